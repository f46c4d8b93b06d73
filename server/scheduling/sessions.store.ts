import type { Updateable } from 'kysely';
import type { Database, Tables } from '#server/database/pool.ts';
import { removeBookings } from '#server/attendance/bookings.store.ts';
import { freeSlots } from '#server/screen-plans/screen-slots.store.ts';

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
