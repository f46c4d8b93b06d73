import { sql } from 'kysely';
import { breakIn, timesPresent } from '#domain/attendance/times-present.ts';
import { services, type SessionFacts } from '#domain/attendance/delivered-minutes.ts';
import type { Day } from '#domain/calendar/calendar.ts';
import type { Database } from '#server/database/pool.ts';
import type { staysIn } from './cohort-stays.rows.ts';

type Held = Omit<SessionFacts, 'status' | 'arrivedAt' | 'leftAt' | 'telehealth' | 'makeUp' | 'untimed'> & {
  readonly timesKnown: boolean;
};

/** Sessions by their id. A group's session is read once, however many clients were booked for it. */
export async function sessionsBetween(db: Database, from: Day, to: Day): Promise<ReadonlyMap<string, Held>> {
  const rows = await db
    .selectFrom('session')
    .select(['id', 'service', 'starts_at', 'ends_at', 'break_minutes', 'times_known'])
    .select(sql<boolean>`cancelled_because is not null`.as('cancelled'))
    .where('session_on', '>=', from)
    .where('session_on', '<=', to)
    .execute();
  return new Map(
    rows.map((row) => {
      const service = services.find((one) => one === row.service);
      if (service === undefined) throw new Error(`a session of an unknown service, ${row.service}`);
      const hours = { startsAt: row.starts_at, endsAt: row.ends_at };
      const breaks = breakIn(hours, row.break_minutes);
      return [row.id, { id: row.id, service, ...hours, breaks, cancelledByProgram: row.cancelled, timesKnown: row.times_known }];
    }),
  );
}

/** Places in sessions since each stay began, up to a day: those before the first week of a cohort decide when care started. */
export const bookingsIn = (db: Database, stays: ReturnType<typeof staysIn>, to: Day) =>
  db
    .with('stay', () => stays)
    .selectFrom('stay')
    .innerJoin('attendance', (join) =>
      join.onRef('attendance.client_id', '=', 'stay.client_id').onRef('attendance.session_on', '>=', 'stay.opened_on'),
    )
    .select([
      'stay.stay_id',
      'attendance.session_id',
      'attendance.status',
      'attendance.minutes',
      'attendance.arrived_at',
      'attendance.left_at',
      'attendance.telehealth',
      'attendance.make_up',
    ])
    .where('attendance.session_on', '<=', to)
    .where((eb) => eb.or([eb('stay.closed_on', 'is', null), eb('attendance.session_on', '<=', eb.ref('stay.closed_on'))]))
    .execute();

type Booking = Awaited<ReturnType<typeof bookingsIn>>[number];

/** A place in a session as the domain reads it. */
export function sessionFacts(held: Held, booking: Booking): SessionFacts {
  const status = booking.status === 'booked' ? null : booking.status;
  const written = { arrivedAt: booking.arrived_at, leftAt: booking.left_at, minutes: booking.minutes };
  return {
    ...held,
    status,
    ...(held.timesKnown ? timesPresent(status, written, held) : { arrivedAt: null, leftAt: null, untimed: { minutes: booking.minutes } }),
    telehealth: booking.telehealth,
    makeUp: booking.make_up,
  };
}
