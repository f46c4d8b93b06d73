import type { Contract } from '#contract/index.ts';
import { attachedInTime, collectedOfScheduled, unexpectedOfCollected, type MeasureKind } from '#domain/cohort/measures.ts';
import type { Chart } from '#domain/cohort/trends.ts';
import { countsWholePrograms } from '#server/access/program-scope.ts';
import { chartRecordsOf, chartScopeOf } from './chart-records.rows.ts';
import { chartingOf, chartSpan, keepLimits } from './charts-read.ts';
import { marksShown } from './marks-shown.ts';
import { attachedRowsIn } from './attached-answers.rows.ts';
import { answerRowsIn } from './responses.rows.ts';
import { hoursByWeek, hoursTally, staleCounted } from './delivered-hours.rows.ts';
import {
  answeredBy,
  chartOfWeeks,
  chartOver,
  collectedWeeks,
  latestWeeks,
  measuredAs,
  measuredOver,
  timeToAnswer,
  wasCollected,
} from './measures.ts';
import { cohortChoices } from './cohort-choices.rows.ts';
import { beingWorkedOut as staleIn, staleLookedFor } from '#server/projections/fresh-answers.ts';
import { partOf, within } from './section.ts';
import { boundsOf } from './cohort-span.ts';
import { spanOf } from './cohort-span.guards.ts';
import { screenCountsIn } from './screen-counts.rows.ts';
import { screenRowsIn } from './screens.rows.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';

/** The measures of a cohort, each with its control chart. A part that can't be read leaves the others. */
export const overview: Procedure<Contract['cohort']['overview']> = async (question, context) => {
  const { db, actor, now, zone, settings } = context;
  const span = spanOf(question, context);
  const { weeks } = span;
  const bounds = boundsOf(weeks);
  const latest = boundsOf(weeks.slice(-latestWeeks));
  const scope = await chartScopeOf(context, question);
  const records = await chartRecordsOf(db, scope);
  const spanFor = (...measures: readonly MeasureKind[]) => chartSpan(measures, records, { context, question, span });
  const beingWorkedOut = staleIn(context, await staleCounted(context, question, bounds, staleLookedFor));
  const hours = await partOf(db, async () => {
    const read = await spanFor('hours');
    return { read, byWeek: await hoursByWeek(context, question, read.weeks), tally: await hoursTally(context, question, latest) };
  });
  const screens = await partOf(db, async () => {
    const read = await spanFor('collected', 'unexpected');
    return {
      read,
      counted: await screenCountsIn(context, question, read),
      recent: latest === null ? [] : await screenRowsIn(context, question, { ...span, ...latest }),
    };
  });
  const answers = await partOf(db, async () => {
    const read = await spanFor('answered');
    const attached = latest === null ? [] : await attachedRowsIn(context, question, latest);
    return { read, rows: await answerRowsIn(context, question, read), attached: attachedInTime(attached, now) };
  });
  const charts = new Map<MeasureKind, Chart>();
  const kept = (measure: MeasureKind, chart: Chart): Chart => {
    charts.set(measure, chart);
    return chart;
  };
  const charting = (measure: MeasureKind, read: typeof span) => chartingOf(measure, records, read, span.from);
  const measures = {
    answered: within(answers, ({ read, rows }) => {
      const chart = kept('answered', chartOver('answered', rows, answeredBy(context), charting('answered', read)));
      return measuredOver('answered', rows, answeredBy(context), latest, chart);
    }),
    collected: within(screens, ({ read, counted, recent }) => {
      const chart = kept('collected', chartOver('collected', counted, collectedOfScheduled, charting('collected', read)));
      return measuredOver('collected', recent, collectedOfScheduled, latest, chart);
    }),
    hours: within(hours, ({ read, byWeek, tally }) =>
      measuredAs('hours', tally, kept('hours', chartOfWeeks('hours', byWeek, charting('hours', read)))),
    ),
    unexpected: within(screens, ({ read, counted, recent }) => {
      const chart = kept(
        'unexpected',
        chartOver('unexpected', counted.filter(wasCollected), unexpectedOfCollected, charting('unexpected', read)),
      );
      return measuredOver('unexpected', recent.filter(wasCollected), unexpectedOfCollected, latest, chart);
    }),
  };
  keepLimits(charts, scope, records, context, span.today);
  return {
    asOf: now,
    timeZone: zone,
    today: span.today,
    whose: countsWholePrograms(actor) ? 'programs' : 'caseload',
    from: span.from,
    to: span.to,
    weeks: bounds === null ? null : { ...bounds, count: weeks.length },
    latest,
    beingWorkedOut,
    choices: await cohortChoices(context),
    marks: marksShown(records.marks, scope, zone),
    measures,
    timeToAnswer: within(answers, ({ rows, attached }) => ({
      ...timeToAnswer(
        rows.filter(({ on }) => on >= span.from),
        latest,
        now,
        settings,
      ),
      attached,
    })),
    collectedWeeks: within(screens, ({ counted }) => collectedWeeks(counted, weeks)),
  };
};
