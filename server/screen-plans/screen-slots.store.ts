import type { Day } from '#domain/calendar/calendar.ts';
import { insertRows, type WholeRow } from '#server/database/insert-rows.ts';
import type { Database } from '#server/database/pool.ts';
import type { Context } from '#server/http/endpoint-handler.ts';

/** Adds slots: days on which a client is to give a screen. */
export const insertSlots = (db: Database, slots: readonly WholeRow<'screen_slot'>[]): Promise<void> => insertRows(db, 'screen_slot', slots);

/** Takes a slot back that was asked for. */
export async function withdrawSlot(
  { db, now, by }: Pick<Context, 'db' | 'now'> & { readonly by: string | null },
  slotId: string,
): Promise<void> {
  await db.updateTable('screen_slot').set({ withdrawn_at: now, withdrawn_by: by }).where('id', '=', slotId).execute();
}

/** Slots that wait in a session of another day wait for their day alone from now on; all of the session's where no day is given. */
export const freeSlots = async (db: Database, sessionIds: readonly string[], on: Day | null): Promise<void> => {
  if (sessionIds.length === 0) return;
  let query = db
    .updateTable('screen_slot')
    .set({ session_id: null })
    .where('session_id', 'in', [...sessionIds]);
  if (on !== null) query = query.where('due_on', '<>', on);
  await query.execute();
};
