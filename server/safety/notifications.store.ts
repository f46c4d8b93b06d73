import type { Instant } from '#domain/calendar/calendar.ts';
import type { Context } from '#server/http/endpoint-handler.ts';

/** Writes down who on call was told: on the concerns that are open, or as one of its own where none was. Each stays open until its check is signed. */
export async function recordNotification(
  clientId: string,
  notified: { readonly who: string; readonly at: Instant },
  { db, actor }: Context,
): Promise<void> {
  const answer = { notified: notified.who, notified_at: notified.at, recorded_by: actor.staffId };
  const { numUpdatedRows } = await db
    .updateTable('safety_concern')
    .set(answer)
    .where('client_id', '=', clientId)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows > 0n) return;
  await db
    .insertInto('safety_concern')
    .values({
      organization_id: actor.organizationId,
      client_id: clientId,
      opened_at: notified.at,
      trigger: 'concern',
      source: 'conversation',
      raised_by: actor.staffId,
      closed_at: null,
      ...answer,
    })
    .execute();
}
