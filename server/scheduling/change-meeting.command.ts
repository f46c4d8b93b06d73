import type { Contract } from '#contract/index.ts';
import { dayAt } from '#domain/calendar/calendar.ts';
import { dayWithYear } from '#domain/calendar/words.ts';
import { alsoLeadsMeetingsWords } from '#domain/scheduling/warnings-words.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { refuseField } from '#server/http/refusal.ts';
import { meetingChanged } from './changed-meeting.store.ts';
import { everOnRoster } from './enrollments.rows.ts';
import { groupToEdit } from './groups.guards.ts';
import { meetingsLedBy } from './leaders.rows.ts';
import { lockMadeSessions } from './made-sessions.guards.ts';
import { meetingToEdit, refuseWrongMeeting } from './meetings.guards.ts';
import { changeMeetingFrom } from './meetings.store.ts';

/** Another day, time, leader or kind of a meeting from a day on. What was held before stays as it was. */
export const changeMeeting: Procedure<Contract['groups']['changeMeeting']> = async (input, context) => {
  const { db, now, zone, record } = context;
  const { groupId, fromOn: from, leaderId } = input;
  const group = await groupToEdit(groupId, context);
  const old = await meetingToEdit(context, input);
  if (from < dayAt(now, zone)) throw refuseField('fromOn', 'What was held stays as it was. Choose today or a later day.');
  if (old.meeting.to !== null && old.meeting.to < from)
    throw refuseField('fromOn', `This meeting ends on ${dayWithYear(old.meeting.to)}. Choose an earlier day, or add a new meeting.`);
  const leader = await refuseWrongMeeting(input, group, old.id, context);
  const made = await lockMadeSessions(db, old.id, from, now);
  const meetingId = await changeMeetingFrom(db, group, old.meeting, input, from);
  const meeting = await meetingToEdit(context, { groupId, meetingId });
  const warnings = alsoLeadsMeetingsWords(leader, await meetingsLedBy(db, leaderId, meeting.meeting));
  const changed = await meetingChanged(context, group, { from, made, meeting });
  await record.changed('groups', await everOnRoster(db, groupId));
  return { ...changed, warnings };
};
