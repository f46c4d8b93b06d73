import { dayAt } from '#domain/calendar/calendar.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import type { Notified } from '#server/safety/notification.guards.ts';
import { insertConcerns } from '#server/safety/safety-concerns.store.ts';
import { noteEndsAhead } from './ends-ahead.store.ts';
import type { ListBefore } from './medications.guards.ts';
import { medicationsOf } from './medications.rows.ts';
import { offerAgain } from './reinterpretations.store.ts';

/** What follows an edit of the list: the safety clock where somebody was notified of a stop, and the screens that would be read differently; how many those are. */
export async function listEdited(context: Context, list: ListBefore, medicationId: string, notified: Notified | null): Promise<number> {
  const { db, actor, now, zone, record } = context;
  const { clientId } = list;
  await noteEndsAhead(db, clientId, dayAt(now, zone));
  if (notified !== null)
    await insertConcerns(context, now, [
      { clientId, kind: 'opioid-medication-stopped', notified, source: 'staff', screenId: null, raisedBy: actor.staffId },
    ]);
  const after = (await medicationsOf(db, [clientId])).get(clientId) ?? [];
  const offers = await offerAgain(context, list, after, medicationId);
  await record.changed('medications', [clientId]);
  return offers;
}
