import type { Day } from '#domain/calendar/calendar.ts';
import type { MeasureKind } from './measures.ts';
import {
  assuranceOf,
  individualsLimits,
  proportionLimits,
  signalsOf,
  variationOf,
  type Assurance,
  type ChartPoint,
  type Direction,
  type Limits,
  type Signal,
  type Variation,
} from '#domain/statistics/control-charts.ts';

/** More unexpected results may mean more testing, so neither way is better. */
export const measureDirections: Readonly<Record<MeasureKind, Direction>> = {
  answered: 'up-is-better',
  collected: 'up-is-better',
  hours: 'up-is-better',
  unexpected: 'neutral',
};

/** What the program aims at, a share; null where it sets no target. A judgment that its clinical lead may change. */
export const measureTargets: Readonly<Record<MeasureKind, number | null>> = { answered: 0.8, collected: 0.8, hours: 0.9, unexpected: null };

/** Limits are worked out once from these first weeks and then held, so that a change isn't taken into what is usual. */
const baselineWeeks = 12;

export const pointSignals = ['common', 'improve', 'concern', 'neutral'] as const;
export type PointSignal = (typeof pointSignals)[number];

export type WeekShare = { readonly week: Day; readonly numerator: number; readonly denominator: number };
export type TrendPoint = WeekShare & { readonly limits: Limits | null; readonly signal: PointSignal };
export type CohortTrend = {
  readonly points: readonly TrendPoint[];
  /** The limits at the latest week that has any; null where no week has anything to count. */
  readonly limits: Limits | null;
  readonly variation: Variation;
  /** Null while there are too few weeks to say. */
  readonly assurance: Assurance | null;
};

/**
 * A measure over its weeks on a control chart: a p chart where events are counted, an individuals chart for the share of hours, whose weeks are
 * not counts. A week with nothing to count is a gap. Signals are read from twelve weeks on (NHS Making Data Count); before that limits are on trial.
 */
export function trendOf(kind: MeasureKind, weeks: readonly WeekShare[], target: number | null): CohortTrend {
  const limits = kind === 'hours' ? hoursLimits(weeks) : shareLimits(weeks);
  const chart = weeks.map(({ numerator, denominator }, index): ChartPoint => {
    const here = limits[index] ?? null;
    return here === null || denominator === 0 ? null : { ...here, value: numerator / denominator };
  });
  const variation = variationOf(chart, measureDirections[kind]);
  const signals = variation.kind === 'too-few' ? chart.map(() => null) : wholeRuns(signalsOf(chart));
  const latest = chart.findLast((point) => point !== null) ?? null;
  return {
    points: weeks.map((week, index) => ({
      ...week,
      limits: limits[index] ?? null,
      signal: spoken(signals[index] ?? null, measureDirections[kind]),
    })),
    limits: latest === null ? null : { mean: latest.mean, lower: latest.lower, upper: latest.upper },
    variation,
    assurance: latest === null || variation.kind === 'too-few' ? null : assuranceOf(latest, target, measureDirections[kind]),
  };
}

function shareLimits(weeks: readonly WeekShare[]): readonly (Limits | null)[] {
  const shares = weeks.map(({ numerator, denominator }) => ({ k: numerator, n: denominator }));
  return proportionLimits(shares, shares.filter(({ n }) => n > 0).slice(0, baselineWeeks));
}

function hoursLimits(weeks: readonly WeekShare[]): readonly (Limits | null)[] {
  const known = weeks.filter(({ denominator }) => denominator > 0).map(({ numerator, denominator }) => numerator / denominator);
  const limits = individualsLimits(known.slice(0, baselineWeeks));
  const cut = limits === null ? null : { mean: limits.mean, lower: Math.max(0, limits.lower), upper: Math.min(1, limits.upper) };
  return weeks.map(({ denominator }) => (denominator > 0 ? cut : null));
}

/** A run speaks from its seventh point; all seven are part of it and are drawn so. */
function wholeRuns(signals: readonly (Signal | null)[]): readonly (Signal | null)[] {
  const run = (signal: Signal | null) => signal !== null && (signal.rule === 'seven-one-side' || signal.rule === 'seven-trend');
  return signals.map((signal, index) => signal ?? signals.slice(index + 1, index + 7).find(run) ?? null);
}

function spoken(signal: Signal | null, direction: Direction): PointSignal {
  if (signal === null) return 'common';
  if (direction === 'neutral') return 'neutral';
  return (signal.side === 'above') === (direction === 'up-is-better') ? 'improve' : 'concern';
}
