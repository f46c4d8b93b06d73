import type { Contract } from '#contract/index.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { lockMark } from './chart-marks.guards.ts';
import { chartKey } from './chart-records.rows.ts';
import { dropBaseline, withdrawMark } from './chart-marks.store.ts';

/** A mark was a mistake. It stays on record, and a chart that it rebased goes on with the limits from before. */
export const withdraw: Procedure<Contract['cohort']['withdrawMark']> = async ({ markId, because }, context) => {
  const mark = await lockMark(context, markId);
  await withdrawMark(context, markId, because);
  const chart = chartKey({ programIds: mark.program_ids, siteId: mark.site_id });
  if (mark.kind === 'rebase' && chart !== null) await dropBaseline(context.db, { chart, measure: mark.measure, from: mark.week });
  await context.record.changed('cohort', []);
  return {};
};
