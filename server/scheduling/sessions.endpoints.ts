import type { Contract } from '#contract/index.ts';
import { makeUps } from '#server/attendance/attendance.endpoints.ts';
import type { ProceduresOf } from '#server/http/endpoint-handler.ts';
import { addSession } from './add-session.command.ts';
import { cancelSession } from './cancel-session.command.ts';
import { ofDay } from './day-sessions.query.ts';
import { moveSession } from './move-session.command.ts';
import { restoreSession } from './restore-session.command.ts';
import { substituteLeader } from './substitute-leader.command.ts';

export const sessions: ProceduresOf<Contract['sessions']> = {
  ofDay,
  add: addSession,
  cancel: cancelSession,
  restore: restoreSession,
  substitute: substituteLeader,
  move: moveSession,
  ...makeUps,
};
