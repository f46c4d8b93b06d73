import { measureKinds, type MeasureKind } from '#domain/cohort/measures.ts';
import { addDays, earliest, weekOf, type Day } from '#domain/calendar/calendar.ts';
import { baselinesToKeep, chartReadFrom } from '#domain/cohort/chart-reading.ts';
import type { Chart } from '#domain/cohort/trends.ts';
import { closedWeeks } from '#domain/cohort/weeks.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { withTenant } from '#server/http/tenant-transaction.ts';
import { keepBaselines } from './chart-marks.store.ts';
import { chartKey, type ChartRecords, type ChartScope } from './chart-records.rows.ts';
import { firstDayOf } from './cohort-stays.rows.ts';
import type { CohortQuestion, CohortSpan } from './cohort-span.ts';
import type { Charting } from './measures.ts';

/** The span that the charts of some measures have to be read over: the range, or from before it on where their limits come from there. */
export async function chartSpan(
  measures: readonly MeasureKind[],
  records: ChartRecords,
  {
    context,
    question,
    span,
  }: { readonly context: Pick<Context, 'db' | 'actor'>; readonly question: CohortQuestion; readonly span: CohortSpan },
): Promise<CohortSpan> {
  const starts = measures.map((measure) => chartReadFrom(records.of(measure), span));
  const known = starts.filter((from) => from !== null);
  const begun = known.length < starts.length ? await firstDayOf(context.db, context.actor, question) : null;
  const from = earliest([span.from, ...known, ...(begun === null ? [] : [weekOf(begun)])]) ?? span.from;
  return { ...span, from, weeks: closedWeeks(from, span.to, span.today) };
}

/** How a measure's rows of a span become its chart. */
export const chartingOf = (measure: MeasureKind, records: ChartRecords, read: CohortSpan, shownFrom: Day): Charting => ({
  weeks: read.weeks,
  // A range may begin within a week, which isn't one of its whole weeks.
  shownFrom: weekOf(addDays(shownFrom, 6)),
  record: records.of(measure),
});

/** Keeps, once the page is answered, the limits that a chart has come to and that may be kept by now. */
export function keepLimits(
  charts: ReadonlyMap<MeasureKind, Chart>,
  scope: ChartScope,
  records: ChartRecords,
  { actor, now, afterwards }: Pick<Context, 'actor' | 'now' | 'afterwards'>,
  today: Day,
): void {
  const key = chartKey(scope);
  if (key === null) return;
  const kept = measureKinds.flatMap((measure) => {
    const chart = charts.get(measure);
    const baselines = chart === undefined ? [] : baselinesToKeep(chart.baselines, records.of(measure), today);
    return baselines.length === 0 ? [] : [{ measure, baselines }];
  });
  if (kept.length === 0) return;
  afterwards(({ db }) =>
    withTenant(db, actor.organizationId, now, async (tenantDb) => {
      for (const { measure, baselines } of kept)
        await keepBaselines(tenantDb, { organizationId: actor.organizationId, chart: key, measure, on: today }, baselines);
    }),
  );
}
