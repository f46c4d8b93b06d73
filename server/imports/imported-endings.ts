import { lockAnyClients } from '#server/clients/clients.guards.ts';
import { bookedAfterCare } from '#server/episodes/booked-after-care.rows.ts';
import { takeOffBookings } from '#server/episodes/take-off-bookings.ts';
import { enrollmentsAfter } from '#server/scheduling/enrollments.rows.ts';
import type { ImportContext } from './import-context.rows.ts';

/** Whose records were stored, and who brought them; null where a command of the server did. */
export type TakenIn = { readonly clientIds: readonly string[]; readonly by: string | null };

/** What a file's ended episodes leave behind goes as it does where somebody ends one: nobody stays booked after their last day. */
export async function takeOffAfterEndings({ db, now }: ImportContext, { clientIds, by }: TakenIn): Promise<void> {
  const booked = await bookedAfterCare(db, clientIds);
  if (booked.length === 0) return;
  // Whoever makes sessions of a group waits for its people, so the groups themselves needn't be locked behind the clients.
  await lockAnyClients(
    db,
    booked.map(({ clientId }) => clientId),
  );
  for (const { clientId, lastDay } of booked) {
    const enrollments = await enrollmentsAfter(db, clientId, lastDay);
    await takeOffBookings({ db, now, by }, { clientId, lastDay, enrollments });
  }
}
