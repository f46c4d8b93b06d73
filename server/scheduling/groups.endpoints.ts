import type { Contract } from '#contract/index.ts';
import { addDays, dayAt } from '#domain/calendar/calendar.ts';
import { groupRows } from './groups.rows.ts';
import { upcomingOf } from './upcoming-sessions.rows.ts';
import type { ProceduresOf } from '#server/http/endpoint-handler.ts';
import { Refusal } from '#server/http/refusal.ts';
import { addGroup, editGroup } from './change-group.command.ts';
import { endGroup, goOnWithGroup } from './end-group.command.ts';
import { addMeeting, changeMeeting, endMeeting } from './change-meeting.command.ts';
import { leaveGroup, enrollClient, rosterOfGroup } from './enrollments.command.ts';

const daysShown = 14;

export const groups: ProceduresOf<Contract['groups']> = {
  list: async (_, { db, now, zone }) => {
    const today = dayAt(now, zone);
    const rows = await groupRows(db, today, null);
    return { asOf: now, today, groups: rows.map(({ group }) => group) };
  },

  one: async ({ groupId }, { db, now, zone }) => {
    const today = dayAt(now, zone);
    const [found] = await groupRows(db, today, groupId);
    if (found === undefined) throw new Refusal('not-found');
    return { asOf: now, today, zone, ...found, upcoming: await upcomingOf(db, groupId, today, addDays(today, daysShown)) };
  },

  roster: rosterOfGroup,
  add: addGroup,
  edit: editGroup,
  addMeeting,
  changeMeeting,
  endMeeting,
  end: endGroup,
  goOn: goOnWithGroup,
  enroll: enrollClient,
  leave: leaveGroup,
};
