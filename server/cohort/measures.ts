import type { CollectedWeeks, Measured, TimeToAnswer } from '#contract/cohort.ts';
import { addDays, hoursBetween, type Day, type Instant } from '#domain/calendar/calendar.ts';
import { answerTimes, answeredInTime, byWeek, type MeasureKind } from '#domain/cohort/measures.ts';
import { countedAs, tallyOf, type CohortRow, type CohortTally, type Measured as Measuring } from '#domain/cohort/rows.ts';
import type { WeekShare } from '#domain/cohort/periods.ts';
import type { ChartRecord } from '#domain/cohort/stretches.ts';
import { chartOf, measureTargets, type Chart } from '#domain/cohort/trends.ts';
import type { CohortWeek } from '#domain/cohort/weeks.ts';
import type { ProgramSettings } from '#domain/programs/settings.ts';
import { kaplanMeier, medianOf } from '#domain/statistics/survival.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import type { CohortAnswer } from './responses.rows.ts';
import type { CohortScreen } from './screens.rows.ts';

/** How many of the closed weeks a page's numbers are of. */
export const latestWeeks = 4;

/** Whether a row is of a specimen that was handed over. */
export const wasCollected = ({ fact }: CohortRow<CohortScreen>): boolean => fact.outcome === 'collected';

/** The share of results that were answered in time, at this moment. */
export const answeredBy =
  ({ now, settings }: Pick<Context, 'now' | 'settings'>) =>
  (facts: readonly CohortAnswer[]) =>
    answeredInTime(facts, now, settings);

const inSpan = <Fact>(rows: readonly CohortRow<Fact>[], span: { from: Day; to: Day } | null): CohortRow<Fact>[] =>
  span === null ? [] : rows.filter(({ on }) => on >= span.from && on <= span.to);

/** The Monday of each day of these weeks. */
const mondays = (weeks: readonly CohortWeek[]): ReadonlyMap<Day, Day> =>
  new Map(weeks.flatMap(({ week, days }) => days.map((on) => [on, week] as const)));

/** Which weeks a chart is worked out from and shown from, and what is on record about it. */
export type Charting = { readonly weeks: readonly CohortWeek[]; readonly shownFrom: Day; readonly record: ChartRecord };

/** One measure on its control chart, from rows that go back as far as its limits do. */
export function chartOver<Fact>(kind: MeasureKind, rows: readonly CohortRow<Fact>[], measured: Measuring<Fact>, charting: Charting): Chart {
  const { weeks } = charting;
  const monday = mondays(weeks);
  const counted = rows.filter(({ on, exclusion }) => exclusion === null && monday.has(on));
  const shares = byWeek(
    counted,
    ({ on }) => monday.get(on) ?? on,
    weeks.map(({ week }) => week),
    (facts) => measured(facts.map(({ fact }) => fact)),
  );
  return chartOfWeeks(kind, shares, charting);
}

/** One measure on its control chart, from what each week adds up to. A week of which nothing is said has nothing to count. */
export function chartOfWeeks(kind: MeasureKind, shares: readonly WeekShare[], { weeks, shownFrom, record }: Charting): Chart {
  const known = new Map(shares.map((share) => [share.week, share]));
  const numbers = weeks.map(({ week }) => ({
    week,
    numerator: known.get(week)?.numerator ?? 0,
    denominator: known.get(week)?.denominator ?? 0,
  }));
  return chartOf(kind, numbers, measureTargets[kind], record, shownFrom);
}

/** One measure: its number over the latest weeks, and its chart. */
export function measuredOver<Fact>(
  kind: MeasureKind,
  recent: readonly CohortRow<Fact>[],
  measured: Measuring<Fact>,
  latest: { from: Day; to: Day } | null,
  chart: Chart,
): Measured {
  return measuredAs(kind, tallyOf(inSpan(recent, latest), measured), chart);
}

/** One measure: what its latest weeks add up to, and its chart. */
export function measuredAs(kind: MeasureKind, tally: CohortTally, { trend }: Chart): Measured {
  return {
    latest: { ...tally, excluded: [...tally.excluded], separate: [...tally.separate] },
    target: measureTargets[kind],
    trend: { ...trend, weeks: [...trend.weeks], points: [...trend.points], signalPeriods: [...trend.signalPeriods] },
  };
}

/** How long results wait for a signed answer: those of the latest weeks, with open ones kept in the count, and how many are open outside them. */
export function timeToAnswer(
  rows: readonly CohortRow<CohortAnswer>[],
  latest: { from: Day; to: Day } | null,
  now: Instant,
  settings: ProgramSettings,
): Omit<TimeToAnswer, 'attached'> {
  const measured = (facts: readonly CohortAnswer[]) => answeredInTime(facts, now, settings);
  const recent = inSpan(rows, latest).filter(({ exclusion }) => exclusion === null);
  const facts = recent.map(({ fact }) => fact);
  const { numerator, denominator, excluded } = measured(facts);
  const leftOut = (reason: 'not-yet-due' | 'explained') => excluded.find((one) => one.reason === reason)?.count ?? 0;
  const open = rows.filter(({ fact, exclusion }) => exclusion === null && fact.answeredAt === null);
  const curve = kaplanMeier(answerTimes(facts, now));
  return {
    results: recent.length,
    met: numerator,
    due: denominator,
    stillOpen: recent.filter((row) => row.fact.answeredAt === null && countedAs(row, measured)?.countStatus === 'not-met').length,
    notYetDue: leftOut('not-yet-due'),
    explained: leftOut('explained'),
    standardHours: settings.answerHours,
    points: [true, false].flatMap((answered) =>
      byHour(
        facts
          .filter(({ answeredAt }) => (answeredAt !== null) === answered)
          .map(({ receivedAt, answeredAt }) => hoursBetween(receivedAt, answeredAt ?? now)),
      ).map((hour) => ({ ...hour, answered })),
    ),
    curve: lastOfEachHour(curve.flatMap(({ time, survival, events }) => (events === 0 ? [] : [{ hours: time, share: 1 - survival }]))),
    medianHours: medianOf(curve).median,
    openBefore: latest === null ? 0 : open.filter(({ on }) => on < latest.from).length,
    openSince: latest === null ? open.length : open.filter(({ on }) => on > latest.to).length,
    openAges: byHour(open.map(({ fact }) => hoursBetween(fact.receivedAt, now))),
  };
}

/** So many results of one hour are one entry, at the first of them: however many there are, the list is no longer than the range has hours. */
function byHour(all: readonly number[]): { hours: number; results: number }[] {
  return [...Map.groupBy(all, Math.floor).values()]
    .map((same) => ({ hours: Math.min(...same), results: same.length }))
    .toSorted((a, b) => a.hours - b.hours);
}

/** Of the steps of a curve within one hour, the last: what the curve says at the end of that hour. */
const lastOfEachHour = <Step extends { readonly hours: number }>(steps: readonly Step[]): Step[] =>
  steps.filter(({ hours }, at) => Math.ceil(steps[at + 1]?.hours ?? Number.POSITIVE_INFINITY) !== Math.ceil(hours));

const shownWeeks = 7;

/** What was collected of what was due in each of the latest weeks, and what became of the rest. */
export function collectedWeeks(rows: readonly CohortRow<CohortScreen>[], weeks: readonly CohortWeek[]): CollectedWeeks {
  return {
    weeks: weeks.slice(-shownWeeks).map(({ week }) => {
      const due = inSpan(rows, { from: week, to: addDays(week, 6) }).filter(({ fact, exclusion }) => fact.scheduled && exclusion === null);
      const sum = (of: typeof due) => of.reduce((total, { fact }) => total + (fact.times ?? 1), 0);
      const count = (outcome: CohortScreen['outcome']) => sum(due.filter(({ fact }) => fact.outcome === outcome));
      const [excused, cancelled] = [count('excused'), count('cancelled-by-program')];
      return {
        week,
        scheduled: sum(due) - excused - cancelled,
        collected: count('collected'),
        notCollected: count('not-collected'),
        declined: count('declined'),
        unable: count('unable'),
        excused,
        cancelled,
      };
    }),
  };
}
