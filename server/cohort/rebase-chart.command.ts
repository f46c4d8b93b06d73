import type { Contract } from '#contract/index.ts';
import { dayAt } from '#domain/calendar/calendar.ts';
import { rebaseProblem } from '#domain/cohort/chart-marks.ts';
import { markProblemWords } from '#domain/cohort/chart-marks-words.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { Refusal, refuseField } from '#server/http/refusal.ts';
import { lockChart } from './chart-marks.guards.ts';
import { chartKey } from './chart-records.rows.ts';
import { insertMark, keepBaselines } from './chart-marks.store.ts';
import { chartNow } from './chart-now.ts';

/** The process of a measure runs differently from a week on. The limits of before are kept, and new ones are watched from there. */
export const rebase: Procedure<Contract['cohort']['rebase']> = async (mark, context) => {
  const { db, actor, now, zone, record } = context;
  const scope = await lockChart(context, mark);
  const { trend, baselines } = await chartNow(mark.measure, { site: mark.site, program: mark.program }, scope, context);
  const problem = rebaseProblem(mark.week, trend);
  if (problem === 'no-signal' || !('rule' in trend.variation)) throw new Refusal('no-signal');
  if (problem !== null) throw refuseField('week', markProblemWords(problem));
  const { rule, side, points } = trend.variation;
  const on = dayAt(now, zone);
  const kept = { organizationId: actor.organizationId, chart: chartKey(scope) ?? '', measure: mark.measure, on };
  await keepBaselines(db, kept, baselines);
  const { id } = await insertMark(context, scope, mark, { rule, side, points });
  await record.changed('cohort', []);
  return { id };
};
