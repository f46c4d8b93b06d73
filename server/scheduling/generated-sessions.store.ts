import type { Day, Zone } from '#domain/calendar/calendar.ts';
import { closureOn, occurrencesOf, type Occurrence } from '#domain/scheduling/meetings.ts';
import { bookRoster } from '#server/attendance/bookings.store.ts';
import type { Database } from '#server/database/pool.ts';
import { closuresBetween } from './closures.rows.ts';
import { lockGroupWithRoster } from './groups.guards.ts';
import { meetingsOf, type GroupMeeting } from './meetings.rows.ts';

type Span = { readonly from: Day; readonly to: Day; readonly zone: Zone };

/**
 * Makes the sessions that a group's meetings ask for between two days and that aren't there yet, and books the roster into them. Those of a
 * closure are made too, cancelled by the program, so that what was prescribed and not offered is known. Answers how many were made.
 * Whoever else does the same at the same moment makes none of them twice.
 */
export async function generateSessions(db: Database, groupId: string, span: Span): Promise<number> {
  const meetings = await meetingsOf(db, [groupId]);
  if ((await missingOf(db, meetings, span)).length === 0) return 0;
  const group = await lockGroupWithRoster(db, groupId);
  const missing = await missingOf(db, await meetingsOf(db, [groupId]), span);
  if (missing.length === 0) return 0;
  const closures = await closuresBetween(db, span.from, span.to);
  const made = await db
    .insertInto('session')
    .values(
      missing.map(({ on, startsAt, endsAt, meeting }) => {
        const closure = closureOn(on, { programId: group.program_id, siteId: group.site_id }, closures);
        return {
          organization_id: group.organization_id,
          program_id: group.program_id,
          site_id: group.site_id,
          group_id: groupId,
          leader_id: meeting.leader_id,
          outside_key: null,
          service: meeting.service,
          title: meeting.title,
          session_on: on,
          starts_at: startsAt,
          ends_at: endsAt,
          break_minutes: meeting.break_minutes,
          cancelled_because: closure?.label ?? null,
          closure_id: closure?.id ?? null,
          meeting_id: meeting.id,
          scheduled_on: on,
          telehealth: meeting.telehealth,
          collects_screens: meeting.collects_screens,
        };
      }),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute();
  await bookRoster(db, { sessionIds: made.map(({ id }) => id) });
  return made.length;
}

type Missing = Occurrence & { readonly meeting: GroupMeeting };

async function missingOf(db: Database, meetings: readonly GroupMeeting[], { from, to, zone }: Span): Promise<readonly Missing[]> {
  const requested = meetings.flatMap((meeting) => occurrencesOf(meeting.meeting, from, to, zone).map((one) => ({ ...one, meeting })));
  if (requested.length === 0) return [];
  const there = await db
    .selectFrom('session')
    .select(['meeting_id', 'scheduled_on'])
    .where('meeting_id', 'in', [...new Set(requested.map(({ meetingId }) => meetingId))])
    .where('scheduled_on', '>=', from)
    .where('scheduled_on', '<=', to)
    .execute();
  const known = new Set(there.map(({ meeting_id, scheduled_on }) => `${meeting_id} ${scheduled_on}`));
  return requested.filter(({ meetingId, on }) => !known.has(`${meetingId} ${on}`));
}
