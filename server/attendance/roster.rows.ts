import { onLeave } from '#domain/attendance/lost-contact.ts';
import { missedBefore } from '#domain/attendance/missed-sessions.ts';
import { minutesCounted, type Mark } from '#domain/attendance/marks.ts';
import { dayAt, type Instant } from '#domain/calendar/calendar.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { sessionsOf } from './attendance.rows.ts';
import { leavesOf } from '#server/care-plan/care-records.rows.ts';
import { staffNames } from '#server/clients/care-team.rows.ts';
import { namesOf } from './made-up-sessions.rows.ts';
import { missedFor } from './missed-sessions.rows.ts';
import { correctionsOf, markedSession, type BookingRow, type RosterSession } from './rosters.guards.ts';

type Written = Pick<BookingRow, 'status' | 'minutes' | 'arrived_at' | 'left_at'>;

/** What a stored place says, with the minutes that it counts. */
export function saidIn({ status, minutes, arrived_at, left_at }: Written, session: RosterSession): Mark {
  const mark = { status: status === 'booked' ? null : status, arrivedAt: arrived_at, leftAt: left_at, minutes };
  return { ...mark, minutes: minutesCounted(mark, markedSession(session)) };
}

/** Two identifiers; the name is shortened as on the other lists that lie open in a group room. */
export const identityIn = (
  row: Pick<BookingRow, 'client_id' | 'last_name' | 'preferred_name' | 'first_name' | 'born_on' | 'chart_number'>,
) => ({
  clientId: row.client_id,
  name: `${row.last_name}, ${(row.preferred_name ?? row.first_name).slice(0, 1)}.`,
  bornOn: row.born_on,
  chartNumber: row.chart_number,
});

type Correction = Awaited<ReturnType<typeof correctionsOf>>[number];

/** Each place with what marking it needs to know: leave, the session missed before, what could be made up, and what was said earlier. */
export async function rosterRows(context: Context, session: RosterSession, bookings: readonly BookingRow[]) {
  const { db, actor, now, zone } = context;
  const ids = bookings.map((booking) => booking.client_id);
  if (ids.length === 0) return [];
  const sessions = await sessionsOf(db, ids);
  const leaves = await leavesOf(db, ids);
  const missed = await missedFor(context, session, ids);
  const madeUp = await namesOf(
    db,
    bookings.map((booking) => booking.makes_up),
  );
  const corrections = await correctionsOf(context, session.id, ids);
  const names = await staffNames(db, [
    ...bookings.map((booking) => booking.recorded_by),
    ...corrections.flatMap((row) => [row.recorded_by, row.by]),
  ]);
  const nameOf = (id: string | null): string | null => (id === null ? null : (names.get(id) ?? null));
  const earlierOf = (row: Correction) => ({
    ...saidIn({ ...row, status: row.was }, session),
    by: nameOf(row.recorded_by),
    at: row.recorded_at,
    correctedBy: nameOf(row.by) ?? '',
  });

  return bookings.map((booking) => {
    const id = booking.client_id;
    const away = leaves.get(id) ?? [];
    const before = missedBefore(sessions.get(id) ?? [], session.id, away, now, zone);
    return {
      ...identityIn(booking),
      ...saidIn(booking, session),
      version: booking.version,
      telehealth: booking.telehealth,
      makeUp: booking.make_up,
      makesUp: madeUp.get(booking.makes_up ?? '') ?? null,
      note: booking.note,
      said: saidBy(booking, nameOf(booking.recorded_by), actor.staffId),
      onLeave: onLeave(session.session_on, away),
      missedOn: before === null ? null : dayAt(before.startsAt, zone),
      missed: missed.get(id) ?? [],
      earlier: corrections.filter((row) => row.client_id === id).map(earlierOf),
    };
  });
}

function saidBy(booking: BookingRow, by: string | null, asking: string): { by: string; byYou: boolean; at: Instant | null } | null {
  if (by === null || booking.status === 'booked') return null;
  return { by, byYou: booking.recorded_by === asking, at: booking.changed_at };
}
