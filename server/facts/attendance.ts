import { addHours, hoursBetween, type Instant } from '#domain/calendar.ts';
import { services, type SessionFacts, type Span } from '#domain/attendance.ts';
import type { Database } from '../database/pool.ts';
import { byClient } from './by-client.ts';

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
  readonly telehealth: boolean;
  readonly make_up: boolean;
};

/** Each client's places in sessions since their open (or latest) episode began, oldest first. */
export async function sessionsOf(db: Database, clientIds: readonly string[]): Promise<Map<string, SessionFacts[]>> {
  if (clientIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('attendance')
    .innerJoin('session', (join) =>
      join.onRef('session.organization_id', '=', 'attendance.organization_id').onRef('session.id', '=', 'attendance.session_id'),
    )
    .select([
      'attendance.client_id',
      'attendance.session_id',
      'attendance.status',
      'attendance.minutes',
      'attendance.telehealth',
      'attendance.make_up',
      'session.service',
      'session.starts_at',
      'session.ends_at',
      'session.times_known',
      'session.break_minutes',
      'session.cancelled_because',
    ])
    .where('attendance.client_id', 'in', clientIds)
    .where('attendance.session_on', '>=', (eb) =>
      eb
        .selectFrom('episode')
        .select((of) => of.fn.max('opened_on').as('on'))
        .whereRef('episode.client_id', '=', 'attendance.client_id'),
    )
    .orderBy('session.starts_at')
    .execute();
  return byClient(rows, factsOf);
}

function factsOf(row: Row): SessionFacts {
  const service = services.find((one) => one === row.service);
  if (service === undefined) throw new Error(`a session of an unknown service, ${row.service}`);
  const breaks = breakOf(row);
  return {
    id: row.session_id,
    service,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    breaks,
    cancelledByProgram: row.cancelled_because !== null,
    status: row.status === 'booked' ? null : row.status,
    ...timesOf(row, breaks),
    ...(row.times_known ? {} : { untimed: { minutes: row.minutes } }),
    telehealth: row.telehealth,
    makeUp: row.make_up,
  };
}

/** A break is stored as its length; it is placed in the middle of the session. */
function breakOf({ starts_at, ends_at, break_minutes }: Row): readonly Span[] {
  if (break_minutes === 0) return [];
  const from = addHours(starts_at, (hoursBetween(starts_at, ends_at) - break_minutes / 60) / 2);
  return [{ from, to: addHours(from, break_minutes / 60) }];
}

/** Minutes present, counted without the break, as the times that give them: late ones at the end, all others from the start. */
function timesOf(row: Row, [pause]: readonly Span[]): Pick<SessionFacts, 'arrivedAt' | 'leftAt'> {
  if (row.minutes === null || !row.times_known) return { arrivedAt: null, leftAt: null };
  const hours = row.minutes / 60;
  const half = pause === undefined ? Infinity : hoursBetween(row.starts_at, pause.from);
  const past = hours > half ? row.break_minutes / 60 : 0;
  return row.status === 'late'
    ? { arrivedAt: addHours(row.ends_at, -(hours + past)), leftAt: null }
    : { arrivedAt: null, leftAt: addHours(row.starts_at, hours + past) };
}
