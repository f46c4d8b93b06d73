import type { Contract } from '#contract/index.ts';
import { kept, sameMark } from '#domain/attendance/marks.ts';
import { rosterWords } from '#domain/attendance/marks-words.ts';
import { staffNames } from '#server/clients/care-team.rows.ts';
import { saidIn } from './roster.rows.ts';
import { lockSession, markedSession, bookingsOf, rosterSession, type BookingRow, type RosterSession } from './rosters.guards.ts';
import { lockClients } from '#server/clients/clients.guards.ts';
import type { Context, Procedure } from '#server/http/endpoint-handler.ts';
import { keepEarlier } from './attendance-history.store.ts';
import { refuseImpossible, refuseOtherMakeUps, refuseUntimely, type Row } from './attendance-entries.guards.ts';

/**
 * Stores a roster's marks in one transaction. A mark that can't be refuses all of them; a place that somebody else changed meanwhile is left
 * as they said it and answered by name, since the other people in the room were marked rightly all the same.
 */
export const record: Procedure<Contract['attendance']['record']> = async ({ sessionId, rows }, context) => {
  await rosterSession(context, sessionId);
  const clientIds = [...new Set(rows.map(({ clientId }) => clientId))];
  // People first and the session after them, as wherever both are held, so that nobody waits for each other.
  await lockClients(context, clientIds);
  const session = await lockSession(context, sessionId);
  refuseUntimely(rows, session, context);
  const found = await bookingsOf(context, sessionId).where('client.id', 'in', clientIds).execute();
  const bookings = new Map(found.map((booking) => [booking.client_id, booking]));
  refuseImpossible(rows, session, bookings);
  await refuseOtherMakeUps(rows, session, bookings, context);

  const changed: BookingRow[] = [];
  for (const row of rows) {
    const booking = bookings.get(row.clientId);
    if (booking === undefined || marksEqual(row, booking, session)) continue;
    if (booking.version === row.version) await storeMark(context, session, row, booking);
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

async function storeMark(context: Context, session: RosterSession, row: Row, booking: BookingRow): Promise<void> {
  const { db, actor, now } = context;
  const mark = kept(row, markedSession(session));
  if (booking.status !== 'booked') await keepEarlier(context, session.id, booking, 'corrected');
  await db
    .updateTable('attendance')
    .set((eb) => ({
      status: mark.status ?? 'booked',
      minutes: mark.minutes,
      arrived_at: mark.arrivedAt,
      left_at: mark.leftAt,
      telehealth: row.telehealth,
      // A make-up that was brought in doesn't name its session, and stays one.
      make_up: row.makesUp !== null || (booking.makes_up === null && booking.make_up),
      makes_up: row.makesUp,
      note: row.note,
      recorded_by: mark.status === null ? null : actor.staffId,
      changed_by: actor.staffId,
      changed_at: now,
      version: eb('version', '+', 1),
    }))
    .where('session_id', '=', session.id)
    .where('client_id', '=', row.clientId)
    .execute();
}

async function changedBookings({ db }: Context, session: RosterSession, bookings: readonly BookingRow[]) {
  const names = await staffNames(
    db,
    bookings.map((booking) => booking.changed_by),
  );
  return bookings.map((booking) => {
    const by = names.get(booking.changed_by ?? '') ?? null;
    return { clientId: booking.client_id, ...saidIn(booking, session), by, at: booking.changed_at, message: rosterWords.changed(by) };
  });
}
