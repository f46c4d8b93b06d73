import type { TrendMark } from '#charts/trend/MiniTrend.tsx';
import type { TrendPoint } from '#charts/trend/trend-scale.ts';
import type { CohortOverview, Measured } from '#contract/cohort.ts';
import { addDays, daysBetween, type Day } from '#domain/calendar/calendar.ts';
import type { MeasureKind } from '#domain/cohort/measures.ts';

type Trend = Measured['trend'];

/** The days that a chart shows, from the first Monday of its periods to the last Sunday of the range; null where it shows none. */
function daysOf({ points, weeks }: Pick<Trend, 'points' | 'weeks'>): { readonly from: Day; readonly days: number } | null {
  const first = points[0]?.week ?? weeks[0]?.week;
  const last = weeks.at(-1)?.week ?? points.at(-1)?.week;
  return first === undefined || last === undefined ? null : { from: first, days: daysBetween(first, addDays(last, 7)) };
}

/** The periods of a trend with the part of the chart's time that each takes. */
export function trendPoints(trend: Pick<Trend, 'points' | 'weeks'>): readonly TrendPoint[] {
  const span = daysOf(trend);
  if (span === null) return [];
  return trend.points.map(({ week, weeks, numerator, denominator, limits, trial, signal }) => {
    const start = daysBetween(span.from, week);
    return {
      value: denominator === 0 ? null : numerator / denominator,
      signal,
      limits,
      trial,
      from: start / span.days,
      to: (start + weeks * 7) / span.days,
    };
  });
}

export type NumberedMark = CohortOverview['marks'][number] & { readonly number: number };

/** The marks that hold, each with the number under which the charts show it. */
export const numbered = ({ marks }: Pick<CohortOverview, 'marks'>): readonly NumberedMark[] =>
  marks.filter(({ withdrawn }) => withdrawn === null).map((mark, index) => ({ ...mark, number: index + 1 }));

/** Where the marks of a measure lie on its chart: a rebase at the beginning of its week, a note in the middle. Those of other days aren't on it. */
export function trendMarks(
  marks: readonly NumberedMark[],
  measure: MeasureKind,
  trend: Pick<Trend, 'points' | 'weeks'>,
): readonly TrendMark[] {
  const span = daysOf(trend);
  if (span === null) return [];
  return marks
    .filter((mark) => mark.measure === measure)
    .flatMap(({ week, kind, here, number }) => {
      const rebase = kind === 'rebase' && here;
      const at = (daysBetween(span.from, week) + (rebase ? 0 : 3.5)) / span.days;
      return at < 0 || at > 1 ? [] : [{ at, number, rebase }];
    });
}
