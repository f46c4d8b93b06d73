import { addDays, type Instant } from '#domain/calendar/calendar.ts';
import { removeBookingsAfter } from '#server/attendance/attendance.store.ts';
import type { Database } from '#server/database/pool.ts';
import type { enrollmentsAfter } from '#server/scheduling/enrollments.rows.ts';
import { endEnrollments } from '#server/scheduling/enrollments.store.ts';
import { requestedScreens } from '#server/screen-plans/requested-screens.rows.ts';
import { withdrawSlot } from '#server/screen-plans/screen-slots.store.ts';
import type { AfterCare } from './booked-after-care.rows.ts';

type Ended = AfterCare & { readonly enrollments: Awaited<ReturnType<typeof enrollmentsAfter>> };

/**
 * Takes a client off everything that is booked after their last day in care: places in groups, make-ups and single sessions that nobody has marked, and
 * screens that were asked for, as a person would. What somebody recorded stays. `by` is null where a command of the server did it.
 */
export async function takeOffBookings(
  { db, now, by }: { readonly db: Database; readonly now: Instant; readonly by: string | null },
  { clientId, lastDay, enrollments }: Ended,
): Promise<void> {
  await endEnrollments(db, { clientId, onDay: lastDay, enrollments });
  await removeBookingsAfter({ db, now, by }, clientId, lastDay);
  const requested = await requestedScreens({ db, now }, clientId, addDays(lastDay, 1));
  for (const { slotId, canWithdraw } of requested) if (canWithdraw) await withdrawSlot({ db, now, by }, slotId);
}
