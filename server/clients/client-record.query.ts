import type { Contract } from '#contract/index.ts';
import { chartOf, recordOf } from './client-record.rows.ts';
import type { ProceduresOf } from '#server/http/endpoint-handler.ts';
import { Refusal } from '#server/http/refusal.ts';

/** The chart of one client as the record page shows it. */
export const record: ProceduresOf<Contract['clients']>['record'] = async ({ clientId }, context) => {
  const [chart] = await context.record.seen(chartOf(context.db, context.actor, clientId));
  if (chart === undefined) throw new Refusal('client-unknown');
  return recordOf(chart, context);
};
