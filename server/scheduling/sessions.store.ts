import type { Updateable } from 'kysely';
import type { Day } from '#domain/calendar/calendar.ts';
import { insertRows, type WholeRow } from '#server/database/insert-rows.ts';
import type { Database, Tables } from '#server/database/pool.ts';
import { updateFields, type NewFields, type RowKey } from '#server/database/update-fields.ts';
import { removeBookings } from '#server/attendance/bookings.store.ts';
import { freeSlots } from '#server/screen-plans/screen-slots.store.ts';

/** Adds sessions. */
export const insertSessions = (db: Database, sessions: readonly WholeRow<'session'>[]): Promise<void> =>
  insertRows(db, 'session', sessions);

/** Writes a change of a session, and answers its next version. */
export async function changeSession(db: Database, sessionId: string, set: Updateable<Tables['session']>): Promise<number> {
  const { version } = await db
    .updateTable('session')
    .set((eb) => ({ ...set, version: eb('version', '+', 1) }))
    .where('id', '=', sessionId)
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
}

/** The sessions that a group's meetings made are held elsewhere from a day on. */
export async function moveGroupSessions(
  db: Database,
  groupId: string,
  { programId, siteId, from }: { readonly programId: string; readonly siteId: string; readonly from: Day },
): Promise<void> {
  await db
    .updateTable('session')
    .set({ program_id: programId, site_id: siteId })
    .where('group_id', '=', groupId)
    .where('meeting_id', 'is not', null)
    .where('session_on', '>=', from)
    .execute();
}

/** Cancels sessions for a closure; without one they are held again. */
export async function cancelFor(
  db: Database,
  closure: { readonly id: string; readonly label: string } | null,
  sessionIds: readonly string[],
): Promise<void> {
  if (sessionIds.length === 0) return;
  await db
    .updateTable('session')
    .set((eb) => ({ cancelled_because: closure?.label ?? null, closure_id: closure?.id ?? null, version: eb('version', '+', 1) }))
    .where('id', 'in', [...sessionIds])
    .execute();
}

/** Takes sessions away in which nothing was recorded. Slots that wait in them wait for the day alone. */
export async function removeSessions(db: Database, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await freeSlots(db, ids, null);
  await removeBookings(db, ids);
  await db
    .deleteFrom('session')
    .where('id', 'in', [...ids])
    .execute();
}

/** Sets fields of a session, as its next version. */
export const setSessionFields = (db: Database, key: RowKey, fields: NewFields): Promise<void> =>
  updateFields(db, 'session', key, fields, { counted: true });
