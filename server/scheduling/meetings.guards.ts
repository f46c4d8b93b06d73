import type { Meeting } from '#domain/scheduling/meetings.ts';
import { found } from '#server/database/not-found.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import type { GroupToEdit } from './groups.guards.ts';
import { leaderNamed } from './leaders.guards.ts';
import { refuseMeetingClash } from './meeting-clashes.guards.ts';
import { meetingsOf } from './meetings.rows.ts';
import { refuseWrongHours } from './sessions.guards.ts';
import type { MeetingFields } from './meetings.store.ts';

/** The meeting of a group that is about to change. */
export const meetingToEdit = async ({ db }: Context, { groupId, meetingId }: { groupId: string; meetingId: string }) =>
  found(
    (await meetingsOf(db, [groupId])).find(({ id }) => id === meetingId),
    'not-found',
  );

/** Refuses hours that can't be, a leader who doesn't work here, and a time at which the group or its people meet already. Answers the leader's name. */
export async function refuseWrongMeeting(
  input: MeetingFields,
  group: GroupToEdit,
  meetingId: string,
  { db }: Context,
): Promise<string | null> {
  refuseWrongHours(input);
  const leader = await leaderNamed(db, input.leaderId);
  const { weekday, startsAt, endsAt, fromOn: from } = input;
  const meeting: Meeting = { id: meetingId, weekday, startsAt, endsAt, from, to: null };
  await refuseMeetingClash(db, group, meeting);
  return leader;
}
