import type { Selectable } from 'kysely';
import type { Meeting } from '#domain/scheduling/meetings.ts';
import type { Database, Tables } from '#server/database/pool.ts';

/** 'HH:MM' of the database's '18:00:00'. */
const clockOf = (time: string): string => time.slice(0, 5);

/** The recurring sessions of groups, past ones too, in the order of the week. */
export async function meetingsOf(db: Database, groupIds: readonly string[]) {
  if (groupIds.length === 0) return [];
  const rows = await db
    .selectFrom('meeting')
    .selectAll()
    .where('group_id', 'in', groupIds)
    .orderBy('weekday')
    .orderBy('starts_at')
    .orderBy('from_on')
    .execute();
  return rows.map((row) => ({ ...row, meeting: meetingIn(row) }));
}

export type GroupMeeting = Awaited<ReturnType<typeof meetingsOf>>[number];

type Row = Pick<Selectable<Tables['meeting']>, 'id' | 'weekday' | 'starts_at' | 'ends_at' | 'from_on' | 'to_on'>;

/** A meeting as the rules read it. */
export const meetingIn = ({ id, weekday, starts_at, ends_at, from_on, to_on }: Row): Meeting => ({
  id,
  weekday,
  startsAt: clockOf(starts_at),
  endsAt: clockOf(ends_at),
  from: from_on,
  to: to_on,
});
