import { shortNameByLast } from '#server/clients/client-names.ts';
import { breakIn } from '#domain/attendance/times-present.ts';
import { minutesCounted, type Mark, type MarkedSession } from '#domain/attendance/marks.ts';
import type { BookingRow, RosterSession } from './roster.rows.ts';

/** The session as the rules for marks read it. */
export function markedSession(session: RosterSession): MarkedSession {
  const hours = { startsAt: session.starts_at, endsAt: session.ends_at };
  return {
    ...hours,
    breaks: breakIn(hours, session.break_minutes),
    timesKnown: session.times_known,
    cancelled: session.cancelled_because !== null,
  };
}

type Written = Pick<BookingRow, 'status' | 'minutes' | 'arrived_at' | 'left_at'>;

/** The mark of a stored booking, with the minutes that it counts. */
export function markOf({ status, minutes, arrived_at, left_at }: Written, session: RosterSession): Mark {
  const mark = { status: status === 'booked' ? null : status, arrivedAt: arrived_at, leftAt: left_at, minutes };
  return { ...mark, minutes: minutesCounted(mark, markedSession(session)) };
}

/** Two identifiers; the name is shortened as on the other lists that lie open in a group room. */
export const identityOf = (
  row: Pick<BookingRow, 'client_id' | 'last_name' | 'preferred_name' | 'first_name' | 'born_on' | 'chart_number'>,
) => ({
  clientId: row.client_id,
  name: shortNameByLast(row),
  bornOn: row.born_on,
  chartNumber: row.chart_number,
});
