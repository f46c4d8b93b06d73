import type { Day } from '#domain/calendar/calendar.ts';
import {
  assuranceOf,
  drawnLimits,
  limitsOf,
  type Assurance,
  type Direction,
  type Limits,
  type Side,
  type Signal,
} from '#domain/statistics/control-charts.ts';
import { kaplanMeier, medianOf } from '#domain/statistics/survival.ts';
import type { MeasureKind } from './measures.ts';
import { baselinePeriods, hasNumber, type PeriodLength, type PeriodShare, type WeekShare } from './periods.ts';
import { lastKnown, signalPeriods, stretchesOf, type Baseline, type ChartRecord, type Stretch, type StretchPoint } from './stretches.ts';

/** More unexpected results may mean more testing, so neither way is better. */
export const measureDirections: Readonly<Record<MeasureKind, Direction>> = {
  answered: 'up-is-better',
  collected: 'up-is-better',
  hours: 'up-is-better',
  unexpected: 'neutral',
};

/** What the program aims at, a share; null where it sets no target. A judgment that its clinical lead may change. */
export const measureTargets: Readonly<Record<MeasureKind, number | null>> = { answered: 0.8, collected: 0.8, hours: 0.9, unexpected: null };

export const pointSignals = ['common', 'improve', 'concern', 'neutral'] as const;
export type PointSignal = (typeof pointSignals)[number];

export const changesRebased = ['improved', 'worsened', 'changed'] as const;
export type ChangeRebased = (typeof changesRebased)[number];

/** What the last period that has a number says about the process. */
export type Variation =
  | { readonly kind: 'common-cause' }
  /** Fewer periods since the measure began than limits are made of. */
  | { readonly kind: 'too-few'; readonly points: number }
  /** Too few events for any period: counts alone are shown. */
  | { readonly kind: 'too-few-events' }
  /** All periods of the baseline are equal, so nothing is known of how the process varies. */
  | { readonly kind: 'no-spread' }
  /** Rebased, with limits on trial until there are as many periods as limits are made of. */
  | { readonly kind: 'rebased'; readonly was: ChangeRebased; readonly from: Day; readonly points: number }
  /** `more` where the run began before the weeks that were read. */
  | ({ readonly kind: 'improvement' | 'concern' | 'special-cause'; readonly more: boolean } & Signal);

/** `limits` are those of a drawing, cut where a share ends; nothing is read from them. */
export type TrendPoint = PeriodShare & { readonly limits: Limits | null; readonly trial: boolean; readonly signal: PointSignal };

export type CohortTrend = {
  /** The closed weeks of the range, as they were counted. */
  readonly weeks: readonly WeekShare[];
  /** The periods that are drawn. */
  readonly points: readonly TrendPoint[];
  /** How many weeks a period has; null where none is long enough. */
  readonly periodWeeks: PeriodLength | null;
  /** The middle of a chart that has no limits yet. */
  readonly median: number | null;
  /** Where the limits of the latest stretch come from. */
  readonly baseline: Pick<Baseline, 'from' | 'to'> | null;
  readonly variation: Variation;
  /** Where a new process may have begun, as far as the latest signal says: Mondays. Empty without a signal. */
  readonly signalPeriods: readonly Day[];
  /** Null where nothing can be said. */
  readonly assurance: Assurance | null;
};

/** A chart with what is to be kept of it: the baselines that its stretches have by now. */
export type Chart = { readonly trend: CohortTrend; readonly baselines: readonly Baseline[] };

const nothingRecorded: ChartRecord = { rebases: [], baselines: [] };

/**
 * A measure over its weeks on a control chart (program rule). `weeks` follow one another and go back to the measure's beginning, or at least into a
 * stretch whose baseline is on record: limits come from its first thirteen periods, whatever part is shown. Signals are those of NHS Making Data Count.
 */
export function chartOf(
  kind: MeasureKind,
  weeks: readonly WeekShare[],
  target: number | null,
  record: ChartRecord = nothingRecorded,
  shownFrom: Day | null = weeks[0]?.week ?? null,
): Chart {
  const stretches = stretchesOf(kind, weeks, record);
  const now = stretches.at(-1) ?? null;
  const variation = variationOf(now, measureDirections[kind]);
  const direction = measureDirections[kind];
  const shown = weeks.filter(({ week }) => shownFrom !== null && week >= shownFrom);
  const last = now === null ? null : lastKnown(now);
  const decided = now !== null && now.baseline !== null && last?.spread != null;
  return {
    baselines: stretches.flatMap(({ baseline }) => (baseline === null ? [] : [baseline])),
    trend: {
      weeks: shown,
      points: pointsShown(stretches, weeks, shownFrom).map((point) => drawn(point, direction)),
      periodWeeks: now === null ? 1 : now.length,
      median: decided || now === null || now.rebase !== null ? null : medianIn(now),
      baseline: now?.baseline ?? null,
      variation,
      signalPeriods: now === null ? [] : signalPeriods(now),
      assurance:
        decided && variation.kind !== 'no-spread' && last?.spread != null ? assuranceOf(limitsOf(last.spread), target, direction) : null,
    },
  };
}

function variationOf(stretch: Stretch | null, direction: Direction): Variation {
  if (stretch === null) return { kind: 'too-few', points: 0 };
  const { rebase, baseline, length, points } = stretch;
  const known = points.filter(hasNumber).length;
  if (baseline === null) {
    // Weeks that are too thin for a week are not yet too few for a longer period.
    if (length === null && points.length >= baselinePeriods) return { kind: 'too-few-events' };
    if (rebase === null) return { kind: 'too-few', points: known };
    return { kind: 'rebased', was: changeTo(rebase.signal.side, direction), from: rebase.from, points: known };
  }
  const last = lastKnown(stretch);
  if (last?.spread != null && last.spread.sigma === 0) return { kind: 'no-spread' };
  const signal = last?.verdict ?? null;
  if (signal === null) return { kind: 'common-cause' };
  const change = changeTo(signal.side, direction);
  // Limits that are kept let a chart be read from any week on.
  const more = signal.points === known && (points[0]?.week ?? stretch.from) > stretch.from;
  return { kind: change === 'improved' ? 'improvement' : change === 'worsened' ? 'concern' : 'special-cause', ...signal, more };
}

/** What a change to one side means for a measure. */
export function changeTo(side: Side, direction: Direction): ChangeRebased {
  if (direction === 'neutral') return 'changed';
  return (side === 'above') === (direction === 'up-is-better') ? 'improved' : 'worsened';
}

const medianIn = ({ points }: Stretch): number | null =>
  medianOf(kaplanMeier(points.filter(hasNumber).map(({ numerator, denominator }) => ({ time: numerator / denominator, event: true }))))
    .median;

/** The periods of the range; longer ones at least as many as limits are made of. Weeks from before the measure's kept beginning have no limits. */
function pointsShown(stretches: readonly Stretch[], weeks: readonly WeekShare[], shownFrom: Day | null): readonly StretchPoint[] {
  if (shownFrom === null) return [];
  const first = stretches[0]?.from ?? null;
  const early = weeks.filter(({ week }) => first === null || week < first);
  const all = [
    ...early.map((week) => ({ ...week, weeks: 1 as const, spread: null, trial: true, signal: null, verdict: null })),
    ...stretches.flatMap(({ points }) => points),
  ];
  const longer = stretches.flatMap(({ points }) => points.filter((point) => point.weeks > 1)).slice(-baselinePeriods)[0]?.week;
  const from = longer !== undefined && longer < shownFrom ? longer : shownFrom;
  return all.filter(({ week }) => week >= from);
}

function drawn({ week, weeks, numerator, denominator, spread, trial, signal }: StretchPoint, direction: Direction): TrendPoint {
  const change = signal === null ? null : changeTo(signal.side, direction);
  return {
    week,
    weeks,
    numerator,
    denominator,
    limits: spread === null ? null : drawnLimits(limitsOf(spread)),
    trial,
    signal: change === null ? 'common' : change === 'improved' ? 'improve' : change === 'worsened' ? 'concern' : 'neutral',
  };
}
