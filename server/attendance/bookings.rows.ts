import type { Instant } from '#domain/calendar/calendar.ts';
import type { Database } from '#server/database/pool.ts';

/** Everybody who is booked in any of these sessions. */
export async function clientsBookedIn(db: Database, sessionIds: readonly string[]): Promise<string[]> {
  if (sessionIds.length === 0) return [];
  const rows = await db
    .selectFrom('attendance')
    .select('client_id')
    .distinct()
    .where('session_id', 'in', [...sessionIds])
    .execute();
  return rows.map(({ client_id }) => client_id);
}

type Held = {
  readonly clientIds: readonly string[];
  readonly sessionId: string | null;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
};

/** How many of these people are booked in another session while this one is held. */
export async function bookedElsewhere(db: Database, { clientIds, sessionId, startsAt, endsAt }: Held): Promise<number> {
  if (clientIds.length === 0) return 0;
  let query = db
    .selectFrom('attendance')
    .innerJoin('session', (join) =>
      join.onRef('session.organization_id', '=', 'attendance.organization_id').onRef('session.id', '=', 'attendance.session_id'),
    )
    .select((eb) => eb.fn.count<number>('attendance.client_id').distinct().as('people'))
    .where('attendance.client_id', 'in', [...clientIds])
    .where('session.cancelled_because', 'is', null)
    .where('session.times_known', '=', true)
    .where('session.starts_at', '<', endsAt)
    .where('session.ends_at', '>', startsAt);
  if (sessionId !== null) query = query.where('session.id', '<>', sessionId);
  return (await query.executeTakeFirstOrThrow()).people;
}

/** How many are marked in a session. */
export async function markedIn(db: Database, sessionId: string): Promise<number> {
  const { marked } = await db
    .selectFrom('attendance')
    .select((eb) => eb.fn.countAll<number>().as('marked'))
    .where('session_id', '=', sessionId)
    .where('status', '<>', 'booked')
    .executeTakeFirstOrThrow();
  return marked;
}

/** How many make-ups are booked in these sessions. */
export async function makeUpsIn(db: Database, sessionIds: readonly string[]): Promise<number> {
  if (sessionIds.length === 0) return 0;
  const { count } = await db
    .selectFrom('attendance')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('session_id', 'in', [...sessionIds])
    .where('make_up', '=', true)
    .executeTakeFirstOrThrow();
  return Number(count);
}
