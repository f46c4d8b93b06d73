import type { Contract } from '#contract/index.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { lockChart } from './chart-marks.guards.ts';
import { insertMark } from './chart-marks.store.ts';

/** Something happened in a week that the readers of a measure should know of. */
export const annotate: Procedure<Contract['cohort']['annotate']> = async (mark, context) => {
  const scope = await lockChart(context, mark);
  const { id } = await insertMark(context, scope, mark, null);
  await context.record.changed('cohort', []);
  return { id };
};
