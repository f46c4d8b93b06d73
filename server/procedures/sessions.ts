import type { Contract } from '#contract/index.ts';
import { dayAt, daysBetween } from '#domain/calendar.ts';
import { sessionRows } from '../facts/session-rows.ts';
import type { ProceduresOf } from '../procedure.ts';
import { refuseField } from '../refusal.ts';
import { addSession } from './sessions/add.ts';
import { cancelSession, moveSession, restoreSession, substituteLeader } from './sessions/edits.ts';
import { bookMakeUp, makeUpsFor } from './sessions/make-ups.ts';

const mostDays = 42;

export const sessions: ProceduresOf<Contract['sessions']> = {
  ofDay: async ({ on, until, program, site }, context) => {
    const { now, zone } = context;
    const today = dayAt(now, zone);
    const from = on ?? today;
    const to = until ?? from;
    if (to < from) throw refuseField('until', 'That is before the first day. Choose the same day or a later one.');
    if (daysBetween(from, to) >= mostDays) throw refuseField('until', 'Ask for six weeks at most.');
    const requested = { from, to, programId: program ?? null, siteId: site ?? null };
    return { on: from, today, asOf: now, zone, sessions: await sessionRows(context, requested) };
  },

  add: addSession,
  cancel: cancelSession,
  restore: restoreSession,
  substitute: substituteLeader,
  move: moveSession,
  makeUpOffers: makeUpsFor,
  bookMakeUp,
};
