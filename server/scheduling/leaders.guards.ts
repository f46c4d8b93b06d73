import { addDays, dayAt, type Day, type Instant, type Zone } from '#domain/calendar/calendar.ts';
import { dayWords } from '#domain/calendar/words.ts';
import { meetingsOverlap, type Meeting } from '#domain/scheduling/meetings.ts';
import { hoursWords, weekdayWord } from '#domain/scheduling/meetings-words.ts';
import { timesWords } from '#domain/scheduling/words.ts';
import type { Database } from '#server/database/pool.ts';
import { refuseField } from '#server/http/refusal.ts';
import { clockOf } from './meetings.rows.ts';

/** The name of somebody who works here; refuses one who doesn't, or no longer. Null is nobody. */
export async function leaderNamed(db: Database, staffId: string | null, field = 'leaderId'): Promise<string | null> {
  if (staffId === null) return null;
  const staff = await db.selectFrom('staff').select(['name', 'ended_on']).where('id', '=', staffId).executeTakeFirst();
  if (staff === undefined || staff.ended_on !== null) throw refuseField(field, 'They don’t work here. Choose somebody from the list.');
  return staff.name;
}

/** What a leader also leads at the time of a meeting: a thing to know, not a reason to refuse. */
export async function leadsToo(db: Database, { staffId, meeting }: { staffId: string | null; meeting: Meeting }): Promise<string[]> {
  const name = await leaderNamed(db, staffId);
  if (name === null) return [];
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
  return others
    .map((row) => ({ ...row, startsAt: clockOf(row.starts_at), endsAt: clockOf(row.ends_at), from: row.from_on, to: row.to_on }))
    .filter((other) => meetingsOverlap(meeting, other))
    .map((other) => `${name} also leads ${other.name}, ${weekdayWord(other.weekday)} ${hoursWords(other.startsAt, other.endsAt)}.`);
}

type OneTimeMeeting = {
  readonly sessionId: string | null;
  readonly staffId: string | null;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly zone: Zone;
};

/** What somebody also leads, or stands in for, while a single session is held. */
export async function leadsThen(db: Database, { sessionId, staffId, startsAt, endsAt, zone }: OneTimeMeeting): Promise<string[]> {
  const name = await leaderNamed(db, staffId);
  if (name === null) return [];
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
  const found = await others.execute();
  return found.map(
    (row) =>
      `${name} also leads ${row.title}, ${dayWords(dayAt(row.starts_at, zone))} ${timesWords({ startsAt: row.starts_at, endsAt: row.ends_at, timesKnown: true }, zone)}.`,
  );
}

/** How many of these people are booked in another session while this one is held. */
export async function bookedThen(
  db: Database,
  {
    clientIds,
    sessionId,
    startsAt,
    endsAt,
  }: { clientIds: readonly string[]; sessionId: string | null; startsAt: Instant; endsAt: Instant },
): Promise<string[]> {
  if (clientIds.length === 0) return [];
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
  const { people } = await query.executeTakeFirstOrThrow();
  return people === 0
    ? []
    : [
        `${people === 1 ? 'One person' : `${people} people`} booked here ${people === 1 ? 'is' : 'are'} booked in another session at that time.`,
      ];
}

/** Where a day falls in a closure, which one. */
export const closedThen = (on: Day, label: string | null): string[] =>
  label === null ? [] : [`The program is closed on ${dayWords(on)}: ${label}.`];
