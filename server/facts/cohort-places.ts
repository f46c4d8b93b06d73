import { sql } from 'kysely';
import { services, type SessionFacts } from '#domain/attendance.ts';
import { addHours, hoursBetween, type Day, type Instant } from '#domain/calendar.ts';
import type { Database } from '../database/pool.ts';
import type { staysIn } from './cohort-scope.ts';

type Held = Omit<SessionFacts, 'status' | 'arrivedAt' | 'leftAt' | 'telehealth' | 'makeUp' | 'untimed'> & {
  readonly week: Day;
  readonly minutes: number;
  readonly timesKnown: boolean;
};

/** Sessions by their id. A group's session is read once, however many clients were booked for it. */
export async function sessionsBetween(db: Database, from: Day, to: Day): Promise<ReadonlyMap<string, Held>> {
  const rows = await db
    .selectFrom('session')
    .select(['id', 'service', 'starts_at', 'times_known'])
    // Minutes present are stored without the break, so a session is taken as the care that it holds.
    .select([
      sql<Instant>`ends_at - make_interval(mins => break_minutes)`.as('ends_at'),
      sql<boolean>`cancelled_because is not null`.as('cancelled'),
      sql<Day>`date_trunc('week', session_on::timestamp)::date`.as('week'),
    ])
    .where('session_on', '>=', from)
    .where('session_on', '<=', to)
    .execute();
  return new Map(
    rows.map((row) => {
      const service = services.find((one) => one === row.service);
      if (service === undefined) throw new Error(`a session of an unknown service, ${row.service}`);
      const hours = { startsAt: row.starts_at, endsAt: row.ends_at, minutes: hoursBetween(row.starts_at, row.ends_at) * 60 };
      return [
        row.id,
        { id: row.id, service, ...hours, breaks: [], cancelledByProgram: row.cancelled, week: row.week, timesKnown: row.times_known },
      ];
    }),
  );
}

/** Places in sessions since each stay began, up to a day: those before the first week of a cohort decide when care started. */
export const placesIn = (db: Database, stays: ReturnType<typeof staysIn>, to: Day) =>
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
      'attendance.telehealth',
      'attendance.make_up',
    ])
    .where('attendance.session_on', '<=', to)
    .where((eb) => eb.or([eb('stay.closed_on', 'is', null), eb('attendance.session_on', '<=', eb.ref('stay.closed_on'))]))
    .execute();

type Place = Awaited<ReturnType<typeof placesIn>>[number];

/** A place in a session as the domain reads it. Whoever came late was there at its end, anybody else from its start. */
export function sessionFacts(held: Held, { status, minutes, telehealth, make_up }: Place): SessionFacts & { readonly week: Day } {
  const part = minutes !== null && held.timesKnown && (minutes < held.minutes || status !== 'present') ? minutes / 60 : null;
  return {
    ...held,
    status: status === 'booked' ? null : status,
    arrivedAt: part !== null && status === 'late' ? addHours(held.endsAt, -part) : null,
    leftAt: part !== null && status !== 'late' ? addHours(held.startsAt, part) : null,
    telehealth,
    makeUp: make_up,
    ...(held.timesKnown ? {} : { untimed: { minutes } }),
  };
}
