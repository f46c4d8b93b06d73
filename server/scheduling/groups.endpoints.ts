import type { Contract } from '#contract/index.ts';
import type { ProceduresOf } from '#server/http/endpoint-handler.ts';
import { addGroup } from './add-group.command.ts';
import { addMeeting } from './add-meeting.command.ts';
import { changeMeeting } from './change-meeting.command.ts';
import { editGroup } from './edit-group.command.ts';
import { endGroup } from './end-group.command.ts';
import { endMeeting } from './end-meeting.command.ts';
import { endedGroups } from './ended-groups.query.ts';
import { enrollClient } from './enroll-client.command.ts';
import { listGroups } from './group-list.query.ts';
import { groupPage } from './group-page.query.ts';
import { rosterOfGroup } from './group-roster.query.ts';
import { leaveGroup } from './leave-group.command.ts';
import { resumeGroup } from './resume-group.command.ts';

export const groups: ProceduresOf<Contract['groups']> = {
  list: listGroups,
  ended: endedGroups,
  one: groupPage,
  roster: rosterOfGroup,
  add: addGroup,
  edit: editGroup,
  addMeeting,
  changeMeeting,
  endMeeting,
  end: endGroup,
  goOn: resumeGroup,
  enroll: enrollClient,
  leave: leaveGroup,
};
