import type { Contract } from '#contract/index.ts';
import { kept, sameMark } from '#domain/attendance/marks.ts';
import { rosterWords } from '#domain/attendance/marks-words.ts';
import { staffNames } from '#server/clients/care-team.rows.ts';
import type { Context, Procedure } from '#server/http/endpoint-handler.ts';
import { refuseImpossible, refuseOtherMakeUps, refuseUntimely, type Row } from './attendance-entries.guards.ts';
import { writeMark } from './attendance.store.ts';
import { lockRoster } from './roster.guards.ts';
import { markedSession, markOf } from './roster-row.ts';
import { bookingsOf, type BookingRow, type RosterSession } from './roster.rows.ts';

/**
 * Stores a roster's marks in one transaction. A mark that can't be refuses all of them; a booking that somebody else changed meanwhile is
 * left as they marked it and answered by name, since the other people in the room were marked rightly all the same.
 */
export const record: Procedure<Contract['attendance']['record']> = async ({ sessionId, rows }, context) => {
  const clientIds = [...new Set(rows.map(({ clientId }) => clientId))];
  const session = await lockRoster(context, sessionId, clientIds);
  refuseUntimely(rows, session, context);
  const found = await bookingsOf(context, sessionId).where('client.id', 'in', clientIds).execute();
  const bookings = new Map(found.map((booking) => [booking.client_id, booking]));
  refuseImpossible(rows, session, bookings);
  await refuseOtherMakeUps(rows, session, bookings, context);

  const changed: BookingRow[] = [];
  for (const row of rows) {
    const booking = bookings.get(row.clientId);
    if (booking === undefined || marksEqual(row, booking, session)) continue;
    if (booking.version === row.version) await writeMark(context, sessionId, booking, { ...row, mark: kept(row, markedSession(session)) });
    else changed.push(booking);
  }
  await context.record.changed('attendance', clientIds);
  const saved = rows.length - changed.length;
  return { saved, message: rosterWords.saved(saved), changed: await changedBookings(context, session, changed) };
};

function marksEqual(row: Row, booking: BookingRow, session: RosterSession): boolean {
  const storedMark = {
    status: booking.status === 'booked' ? null : booking.status,
    arrivedAt: booking.arrived_at,
    leftAt: booking.left_at,
  };
  return (
    sameMark(kept(row, markedSession(session)), { ...storedMark, minutes: booking.minutes }) &&
    row.telehealth === booking.telehealth &&
    row.makesUp === booking.makes_up &&
    row.note === booking.note
  );
}

async function changedBookings({ db }: Context, session: RosterSession, bookings: readonly BookingRow[]) {
  const names = await staffNames(
    db,
    bookings.map((booking) => booking.changed_by),
  );
  return bookings.map((booking) => {
    const by = names.get(booking.changed_by ?? '') ?? null;
    return { clientId: booking.client_id, ...markOf(booking, session), by, at: booking.changed_at, message: rosterWords.changed(by) };
  });
}
