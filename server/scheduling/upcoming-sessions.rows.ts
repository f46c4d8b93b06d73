import type { Day } from '#domain/calendar/calendar.ts';
import type { Database } from '#server/database/pool.ts';
import { bookedIn } from './day-sessions.rows.ts';

/** A group's sessions between two days, each with how many are booked. */
export async function upcomingOf(db: Database, groupId: string, from: Day, to: Day) {
  const rows = await db
    .selectFrom('session')
    .leftJoin('staff as leader', (join) =>
      join.onRef('leader.organization_id', '=', 'session.organization_id').onRef('leader.id', '=', 'session.leader_id'),
    )
    .leftJoin('staff as substitute', (join) =>
      join.onRef('substitute.organization_id', '=', 'session.organization_id').onRef('substitute.id', '=', 'session.substitute_id'),
    )
    .select(['session.id', 'session.session_on', 'session.starts_at', 'session.ends_at', 'session.title', 'session.telehealth'])
    .select(['session.cancelled_because', 'leader.name as leader', 'substitute.name as substitute', bookedIn.as('booked')])
    .where('session.group_id', '=', groupId)
    .where('session.session_on', '>=', from)
    .where('session.session_on', '<=', to)
    .orderBy('session.starts_at')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    on: row.session_on,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    title: row.title,
    leader: row.leader,
    substitute: row.substitute,
    telehealth: row.telehealth,
    cancelledBecause: row.cancelled_because,
    booked: row.booked,
  }));
}
