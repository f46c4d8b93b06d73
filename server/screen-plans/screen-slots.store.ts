import type { Day } from '#domain/calendar/calendar.ts';
import type { Database } from '#server/database/pool.ts';

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
