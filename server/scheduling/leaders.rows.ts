import { addDays, dayAt, type Instant, type Zone } from '#domain/calendar/calendar.ts';
import { meetingsOverlap, type Meeting } from '#domain/scheduling/meetings.ts';
import type { Database } from '#server/database/pool.ts';
import { meetingIn } from './meetings.rows.ts';

/** The meetings of groups that somebody leads at the time of this one. */
export async function meetingsLedBy(db: Database, staffId: string | null, meeting: Meeting) {
  if (staffId === null) return [];
  const others = await db
    .selectFrom('meeting')
    .innerJoin('care_group', (join) =>
      join.onRef('care_group.organization_id', '=', 'meeting.organization_id').onRef('care_group.id', '=', 'meeting.group_id'),
    )
    .select([
      'meeting.id',
      'meeting.weekday',
      'meeting.starts_at',
      'meeting.ends_at',
      'meeting.from_on',
      'meeting.to_on',
      'care_group.name',
    ])
    .where('meeting.leader_id', '=', staffId)
    .where('meeting.id', '<>', meeting.id)
    .execute();
  return others.map((row) => ({ ...meetingIn(row), group: row.name })).filter((other) => meetingsOverlap(meeting, other));
}

type Held = {
  readonly sessionId: string | null;
  readonly staffId: string | null;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly zone: Zone;
};

/** The other sessions that somebody leads, or substitutes in, while this one is held. */
export async function sessionsLedBy(db: Database, { sessionId, staffId, startsAt, endsAt, zone }: Held) {
  if (staffId === null) return [];
  let others = db
    .selectFrom('session')
    .select(['title', 'starts_at', 'ends_at', 'times_known'])
    .where((eb) => eb(eb.fn.coalesce('substitute_id', 'leader_id'), '=', staffId))
    .where('cancelled_because', 'is', null)
    .where('times_known', '=', true)
    .where('session_on', '>=', addDays(dayAt(startsAt, zone), -1))
    .where('session_on', '<=', addDays(dayAt(endsAt, zone), 1))
    .where('starts_at', '<', endsAt)
    .where('ends_at', '>', startsAt);
  if (sessionId !== null) others = others.where('id', '<>', sessionId);
  const rows = await others.execute();
  return rows.map((row) => ({ title: row.title, startsAt: row.starts_at, endsAt: row.ends_at }));
}
