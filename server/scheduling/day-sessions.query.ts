import type { Contract } from '#contract/index.ts';
import { dayAt, daysBetween } from '#domain/calendar/calendar.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { refuseField } from '#server/http/refusal.ts';
import { sessionRows } from './day-sessions.rows.ts';

const mostDays = 42;

/** The sessions of a day, or of some days in a row. */
export const ofDay: Procedure<Contract['sessions']['ofDay']> = async ({ on, until, program, site }, context) => {
  const { now, zone } = context;
  const today = dayAt(now, zone);
  const from = on ?? today;
  const to = until ?? from;
  if (to < from) throw refuseField('until', 'That is before the first day. Choose the same day or a later one.');
  if (daysBetween(from, to) >= mostDays) throw refuseField('until', 'Ask for six weeks at most.');
  const requested = { from, to, programId: program ?? null, siteId: site ?? null };
  return { on: from, today, asOf: now, zone, sessions: await sessionRows(context, requested) };
};
