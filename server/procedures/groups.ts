import type { Contract } from '#contract/index.ts';
import { addDays, dayAt } from '#domain/calendar.ts';
import { groupRows } from '../facts/group-rows.ts';
import { upcomingOf } from '../facts/group-sessions.ts';
import type { ProceduresOf } from '../procedure.ts';
import { Refusal } from '../refusal.ts';
import { addGroup, editGroup } from './groups/group-edits.ts';
import { endGroup, goOnWithGroup } from './groups/group-ends.ts';
import { addMeeting, changeMeeting, endMeeting } from './groups/meeting-edits.ts';
import { leaveGroup, enrollClient, rosterOfGroup } from './groups/roster.ts';

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
