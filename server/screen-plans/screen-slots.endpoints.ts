import type { Contract } from '#contract/index.ts';
import type { ProceduresOf } from '#server/http/endpoint-handler.ts';
import { requestableSessions } from './requestable-sessions.query.ts';
import { requestScreen } from './request-screen.command.ts';
import { withdrawScreen } from './withdraw-screen.command.ts';

export const screenSlots: ProceduresOf<Contract['screenSlots']> = {
  sessions: requestableSessions,
  ask: requestScreen,
  withdraw: withdrawScreen,
};
