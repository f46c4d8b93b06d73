import type { Contract } from '#contract/index.ts';
import { rosterWords } from '#domain/attendance/marks-words.ts';
import { refuseStale } from '#server/database/version-check.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { Refusal } from '#server/http/refusal.ts';
import { removeBooking } from './attendance.store.ts';
import { lockRoster } from './roster.guards.ts';
import { bookingOf } from './roster.rows.ts';

/** Takes somebody off a roster on which nobody has marked them. */
export const removePerson: Procedure<Contract['attendance']['removePerson']> = async ({ sessionId, clientId }, context) => {
  await lockRoster(context, sessionId, [clientId]);
  const booking = await bookingOf(context, sessionId, clientId);
  if (booking === undefined) throw new Refusal('wrong-state', rosterWords.notBooked);
  if (booking.status !== 'booked') throw new Refusal('wrong-state', rosterWords.marked);
  refuseStale(booking, context.version);
  await removeBooking(context, sessionId, booking);
  await context.record.changed('attendance', [clientId]);
  return { clientId };
};
