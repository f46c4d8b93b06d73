import type { Contract } from '#contract/index.ts';
import { addDays, dayAt } from '#domain/calendar/calendar.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { meetingChanged } from './changed-meeting.store.ts';
import { everOnRoster } from './enrollments.rows.ts';
import { groupToEdit, refuseHeld } from './groups.guards.ts';
import { lockMadeSessions } from './made-sessions.guards.ts';
import { meetingToEdit } from './meetings.guards.ts';
import { endMeetingOn } from './meetings.store.ts';

/** Ends a meeting: its later sessions go where nothing was recorded, begun or changed by hand in them. */
export const endMeeting: Procedure<Contract['groups']['endMeeting']> = async (input, context) => {
  const { db, now, zone, record } = context;
  const group = await groupToEdit(input.groupId, context);
  const old = await meetingToEdit(context, input);
  const lastOn = input.lastOn < addDays(old.meeting.from, -1) ? addDays(old.meeting.from, -1) : input.lastOn;
  refuseHeld(lastOn, addDays(dayAt(now, zone), -1));
  const from = addDays(lastOn, 1);
  const made = await lockMadeSessions(db, old.id, from, now);
  await endMeetingOn(db, old.id, lastOn);
  const changed = await meetingChanged(context, group, { from, made, meeting: await meetingToEdit(context, input) });
  await record.changed('groups', await everOnRoster(db, group.id));
  return { ...changed, warnings: [] };
};
