import type { Context } from '#server/http/endpoint-handler.ts';
import type { Notified } from './notification.guards.ts';
import { insertConcerns } from './safety-concerns.store.ts';

type Writing = Pick<Context, 'db' | 'actor'>;

/** Writes whom on call was notified on every open concern of a client; answers whether there was one. */
export const notifyOpenConcerns = (clientId: string, notified: Notified, context: Writing): Promise<boolean> =>
  update(clientId, notified, context, false);

/** The same on those alone that name nobody yet. */
export const notifyUnansweredConcerns = (clientId: string, notified: Notified, context: Writing): Promise<boolean> =>
  update(clientId, notified, context, true);

/** Writes whom on call was notified: on the concerns that are open, or as one of its own where none was. Each stays open until its check is signed. */
export async function recordNotification(clientId: string, notified: Notified, context: Writing): Promise<void> {
  if (await notifyOpenConcerns(clientId, notified, context)) return;
  await insertConcerns(context, notified.at, [
    { clientId, kind: 'concern', notified, source: 'conversation', screenId: null, raisedBy: context.actor.staffId },
  ]);
}

async function update(clientId: string, { who, at }: Notified, { db, actor }: Writing, onlyUnanswered: boolean): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('safety_concern')
    .set({ notified: who, notified_at: at, recorded_by: actor.staffId })
    .where('client_id', '=', clientId)
    .where('closed_at', 'is', null)
    .$if(onlyUnanswered, (query) => query.where('notified_at', 'is', null))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
