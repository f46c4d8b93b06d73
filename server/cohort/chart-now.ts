import { collectedOfScheduled, unexpectedOfCollected, type MeasureKind } from '#domain/cohort/measures.ts';
import type { Chart } from '#domain/cohort/trends.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { chartRecordsOf, type ChartScope } from './chart-records.rows.ts';
import { chartingOf, chartSpan } from './charts-read.ts';
import type { CohortQuestion, CohortSpan } from './cohort-span.ts';
import { spanOf } from './cohort-span.guards.ts';
import { hoursByWeek } from './delivered-hours.rows.ts';
import { answeredBy, chartOfWeeks, chartOver, wasCollected, type Charting } from './measures.ts';
import { answerRowsIn } from './responses.rows.ts';
import { screenCountsIn } from './screen-counts.rows.ts';

/** One chart as it is at this moment. */
export async function chartNow(measure: MeasureKind, question: CohortQuestion, scope: ChartScope, context: Context): Promise<Chart> {
  const records = await chartRecordsOf(context.db, scope);
  const span = spanOf(question, context);
  const read = await chartSpan([measure], records, { context, question, span });
  return chartOfRows(measure, question, read, chartingOf(measure, records, read, span.from), context);
}

async function chartOfRows(
  measure: MeasureKind,
  question: CohortQuestion,
  read: CohortSpan,
  charting: Charting,
  context: Context,
): Promise<Chart> {
  switch (measure) {
    case 'answered':
      return chartOver(measure, await answerRowsIn(context, question, read), answeredBy(context), charting);
    case 'collected':
      return chartOver(measure, await screenCountsIn(context, question, read), collectedOfScheduled, charting);
    case 'unexpected':
      return chartOver(measure, (await screenCountsIn(context, question, read)).filter(wasCollected), unexpectedOfCollected, charting);
    case 'hours':
      return chartOfWeeks(measure, await hoursByWeek(context, question, read.weeks), charting);
  }
  return measure satisfies never;
}
