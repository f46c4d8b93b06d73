import type { Contract } from '#contract/index.ts';
import { addDays, dayAt } from '#domain/calendar/calendar.ts';
import { dayWithYear } from '#domain/calendar/words.ts';
import { scheduleDays } from '#domain/scheduling/meetings.ts';
import { alsoLeadsMeetingsWords } from '#domain/scheduling/warnings-words.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { refuseField } from '#server/http/refusal.ts';
import { meetingChanged } from './changed-meeting.store.ts';
import { everOnRoster } from './enrollments.rows.ts';
import { groupToEdit, refuseNewMeeting } from './groups.guards.ts';
import { meetingsLedBy } from './leaders.rows.ts';
import { meetingToEdit, refuseWrongMeeting } from './meetings.guards.ts';
import { insertMeeting } from './meetings.store.ts';

/** A new recurring session of a group, which may have begun up to eight weeks ago. */
export const addMeeting: Procedure<Contract['groups']['addMeeting']> = async (input, context) => {
  const { db, now, zone, record } = context;
  const { groupId, fromOn, leaderId } = input;
  const group = await groupToEdit(groupId, context);
  refuseNewMeeting(group);
  const earliest = addDays(dayAt(now, zone), -scheduleDays);
  if (fromOn < earliest)
    throw refuseField('fromOn', `A meeting may begin up to eight weeks ago. Choose ${dayWithYear(earliest)} or a later day.`);
  const leader = await refuseWrongMeeting(input, group, '', context);
  const meetingId = await insertMeeting(db, group, input, fromOn, null);
  const meeting = await meetingToEdit(context, { groupId, meetingId });
  const warnings = alsoLeadsMeetingsWords(leader, await meetingsLedBy(db, leaderId, meeting.meeting));
  const changed = await meetingChanged(context, group, { from: fromOn, made: [], meeting });
  await record.changed('groups', await everOnRoster(db, groupId));
  return { ...changed, warnings };
};
