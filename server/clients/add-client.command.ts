import type { Contract } from '#contract/index.ts';
import { dayAt } from '#domain/calendar/calendar.ts';
import { contactProblems, identityProblems } from '#domain/clients/record-problems.ts';
import { recordMessages } from '#domain/clients/words.ts';
import type { ProceduresOf } from '#server/http/endpoint-handler.ts';
import { refuseField } from '#server/http/refusal.ts';
import { insertClient, replaceContactLines } from './clients.store.ts';
import { claimNumber } from './chart-numbers.guards.ts';
import { refuseRecord } from './records.guards.ts';

/** Writes a chart for somebody who has none. There is no episode yet: the staff of the program that wrote it can open it. */
export const add: ProceduresOf<Contract['clients']>['add'] = async (input, context) => {
  const { db, actor, now, zone, record } = context;
  refuseRecord([...identityProblems(input, dayAt(now, zone)), ...contactProblems(input.contacts)]);
  const works = await db
    .selectFrom('staff_program')
    .select('program_id')
    .where('staff_id', '=', actor.staffId)
    .where('program_id', '=', input.programId)
    .executeTakeFirst();
  if (works === undefined) throw refuseField('programId', recordMessages.noProgram);
  await claimNumber(input.chartNumber, 'chartNumber', null, context);
  const { id } = await insertClient(context, input, input.programId);
  await replaceContactLines(context, id, input.contacts);
  await record.changed('clients', [id]);
  return { clientId: id };
};
