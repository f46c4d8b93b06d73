import { sql } from 'kysely';
import { breakIn, timesPresent } from '#domain/attendance/times-present.ts';
import { services, type SessionFacts } from '#domain/attendance/delivered-minutes.ts';
import type { Day, Instant } from '#domain/calendar/calendar.ts';
import type { Database } from '#server/database/pool.ts';
import { byClient } from '#server/clients/by-client.ts';

type Row = {
  readonly session_id: string;
  readonly service: string;
  readonly starts_at: Instant;
  readonly ends_at: Instant;
  readonly times_known: boolean;
  readonly break_minutes: number;
  readonly cancelled_because: string | null;
  readonly status: 'booked' | 'present' | 'late' | 'left-early' | 'absent' | 'excused';
  readonly minutes: number | null;
  readonly arrived_at: Instant | null;
  readonly left_at: Instant | null;
  readonly telehealth: boolean;
  readonly make_up: boolean;
};

const bookings = (db: Database) =>
  db
    .selectFrom('attendance')
    .innerJoin('session', (join) =>
      join.onRef('session.organization_id', '=', 'attendance.organization_id').onRef('session.id', '=', 'attendance.session_id'),
    )
    .select([
      'attendance.client_id',
      'attendance.session_id',
      'attendance.status',
      'attendance.minutes',
      'attendance.arrived_at',
      'attendance.left_at',
      'attendance.telehealth',
      'attendance.make_up',
      'session.service',
      'session.starts_at',
      'session.ends_at',
      'session.times_known',
      'session.break_minutes',
      'session.cancelled_because',
    ])
    .orderBy('session.starts_at');

/** Each client's bookings in sessions since their open (or latest) episode began, oldest first. */
export async function sessionsOf(db: Database, clientIds: readonly string[]): Promise<Map<string, SessionFacts[]>> {
  if (clientIds.length === 0) return new Map();
  const rows = await bookings(db)
    .where('attendance.client_id', 'in', clientIds)
    .where('attendance.session_on', '>=', (eb) =>
      eb
        .selectFrom('episode')
        .select((of) => of.fn.max('opened_on').as('on'))
        .whereRef('episode.client_id', '=', 'attendance.client_id'),
    )
    .execute();
  return byClient(rows, factsOf);
}

/**
 * Each client's bookings in sessions since a day of their own, oldest first. The day before comes with it: where a session is held in another zone,
 * its evening is already the client's next day, and the rules ask by the client's.
 */
export async function sessionsSince(db: Database, since: ReadonlyMap<string, Day>): Promise<Map<string, SessionFacts[]>> {
  if (since.size === 0) return new Map();
  const rows = await bookings(db)
    .innerJoin(
      sql<{ client_id: string; since: Day }>`unnest(${[...since.keys()]}::uuid[], ${[...since.values()]}::date[])`.as<'stay'>(
        sql`stay(client_id, since)`,
      ),
      (join) => join.onRef('stay.client_id', '=', 'attendance.client_id').on('attendance.session_on', '>=', sql<Day>`stay.since - 1`),
    )
    .execute();
  return byClient(rows, factsOf);
}

/** A booking as the rules read it. Without times of the session, its minutes alone say how long somebody was there. */
function factsOf(row: Row): SessionFacts {
  const service = services.find((one) => one === row.service);
  if (service === undefined) throw new Error(`a session of an unknown service, ${row.service}`);
  const status = row.status === 'booked' ? null : row.status;
  const hours = { startsAt: row.starts_at, endsAt: row.ends_at };
  const breaks = breakIn(hours, row.break_minutes);
  const written = { arrivedAt: row.arrived_at, leftAt: row.left_at, minutes: row.minutes };
  return {
    id: row.session_id,
    service,
    ...hours,
    breaks,
    cancelledByProgram: row.cancelled_because !== null,
    status,
    ...(row.times_known
      ? timesPresent(status, written, { ...hours, breaks })
      : { arrivedAt: null, leftAt: null, untimed: { minutes: row.minutes } }),
    telehealth: row.telehealth,
    makeUp: row.make_up,
  };
}
