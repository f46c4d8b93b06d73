import { addDays, type Day } from '#domain/calendar/calendar.ts';
import {
  individualsSpread,
  pooledShare,
  proportionSpread,
  signalsDrawn,
  signalsOf,
  type ChartPoint,
  type Signal,
  type Spread,
} from '#domain/statistics/control-charts.ts';
import type { MeasureKind } from './measures.ts';
import { baselinePeriods, hasNumber, periodLength, periodsOf, type PeriodLength, type PeriodShare, type WeekShare } from './periods.ts';

/** From which Monday on somebody said that a process runs differently, and what its chart said then. */
export type Rebase = { readonly from: Day; readonly signal: Signal };

/** What the limits of a stretch come from: its first periods with a number, worked out at one time and then kept. `sigma` is null where each point has its own. */
export type Baseline = {
  readonly from: Day;
  /** The Monday of its last period. */
  readonly to: Day;
  readonly weeks: PeriodLength;
  readonly mean: number;
  readonly sigma: number | null;
};

/** A part of a chart with limits of its own: from the measure's beginning, or from a rebase, up to the next. */
export type Stretch = {
  readonly from: Day;
  readonly rebase: Rebase | null;
  /** Null where it has too few periods yet. */
  readonly baseline: Baseline | null;
  /** Null where no period is long enough for its events. */
  readonly length: PeriodLength | null;
  readonly points: readonly StretchPoint[];
};

export type StretchPoint = PeriodShare & {
  /** Null for a gap, and where nothing is known of the spread. */
  readonly spread: Spread | null;
  /** Whether its limits may still change with the next period. */
  readonly trial: boolean;
  readonly signal: Signal | null;
  /** What the period says when it is the last: null within a run that only began with it. */
  readonly verdict: Signal | null;
};

/** What is on record about one chart: who rebased it when, and the baselines that were kept. */
export type ChartRecord = { readonly rebases: readonly Rebase[]; readonly baselines: readonly Baseline[] };

/** Counts of events are a p chart; the share of hours, whose weeks are not counts, an individuals chart of whole weeks. */
const countsEvents = (kind: MeasureKind): boolean => kind !== 'hours';

/**
 * The stretches of a measure's weeks, which follow one another without a hole, oldest first. The first one begins with the first week that has
 * anything to count, or where its kept baseline says that it did.
 */
export function stretchesOf(kind: MeasureKind, weeks: readonly WeekShare[], { rebases, baselines }: ChartRecord): readonly Stretch[] {
  const later = rebases.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const kept = new Map(baselines.map((one) => [one.from, one]));
  const begun = baselines.map(({ from }) => from).filter((from) => !later.some((one) => one.from === from));
  const first = begun.toSorted()[0] ?? weeks.find(hasNumber)?.week;
  if (first === undefined) return [];
  const starts: readonly (Rebase | null)[] = [null, ...later.filter(({ from }) => from > first)];
  return starts.map((rebase, nth) => {
    const from = rebase?.from ?? first;
    const next = starts[nth + 1]?.from;
    const own = weeks.filter(({ week }) => week >= from && (next === undefined || week < next));
    return stretchOf(kind, { from, rebase, kept: kept.get(from) ?? null }, own);
  });
}

type Start = { readonly from: Day; readonly rebase: Rebase | null; readonly kept: Baseline | null };

function stretchOf(kind: MeasureKind, { from, rebase, kept }: Start, weeks: readonly WeekShare[]): Stretch {
  const length = kept?.weeks ?? (countsEvents(kind) ? lengthSoFar(weeks, from) : 1);
  const periods = periodsOf(weeks, from, length ?? 1);
  const known = periods.filter(hasNumber);
  const enough = length !== null && known.length >= baselinePeriods;
  const baseline = kept ?? (enough ? baselineOf(kind, known.slice(0, baselinePeriods), length) : null);
  // A new process is watched with limits from what there is of it; the first one says nothing before it has thirteen periods.
  const basis = baseline ?? (rebase === null || length === null ? null : baselineOf(kind, known, length));
  const spreads = periods.map((period) => (basis === null || !hasNumber(period) ? null : spreadIn(basis, period)));
  const chart = periods.map(({ numerator, denominator }, nth): ChartPoint => {
    const spread = spreads[nth] ?? null;
    return spread === null || baseline === null ? null : { ...spread, value: numerator / denominator };
  });
  const [verdicts, drawn] = [signalsOf(chart), signalsDrawn(chart)];
  const points = periods.map((period, nth) => ({
    ...period,
    spread: spreads[nth] ?? null,
    trial: baseline === null,
    signal: drawn[nth] ?? null,
    verdict: verdicts[nth] ?? null,
  }));
  return { from, rebase, baseline, length, points };
}

/** Before there is one whole period, its weeks are shown as they are. */
function lengthSoFar(weeks: readonly WeekShare[], from: Day): PeriodLength | null {
  const length = periodLength(weeks, from);
  return length !== null && periodsOf(weeks, from, length, 1).length === 0 ? 1 : length;
}

function baselineOf(kind: MeasureKind, periods: readonly PeriodShare[], weeks: PeriodLength): Baseline | null {
  const [first, last] = [periods[0], periods.at(-1)];
  if (first === undefined || last === undefined) return null;
  const span = { from: first.week, to: last.week, weeks };
  if (countsEvents(kind)) {
    const mean = pooledShare(periods.map(({ numerator, denominator }) => ({ k: numerator, n: denominator })));
    return mean === null ? null : { ...span, mean, sigma: null };
  }
  const spread = individualsSpread(periods.map(({ numerator, denominator }) => numerator / denominator));
  return spread === null ? null : { ...span, ...spread };
}

const spreadIn = ({ mean, sigma }: Baseline, { denominator }: PeriodShare): Spread =>
  sigma === null ? proportionSpread(mean, denominator) : { mean, sigma };

/** The last period that has a number; null where none has. */
export const lastKnown = ({ points }: Pick<Stretch, 'points'>): StretchPoint | null => points.findLast(hasNumber) ?? null;

/** The Mondays of the periods on which the last verdict rests and that its limits don't come from: where a new process may have begun. */
export function signalPeriods(stretch: Stretch): readonly Day[] {
  const { points, baseline } = stretch;
  const signal = lastKnown(stretch)?.verdict ?? null;
  if (signal === null || baseline === null) return [];
  return points
    .filter(hasNumber)
    .slice(-signal.points)
    .map(({ week }) => week)
    .filter((week) => week > baseline.to);
}

/** The last day of a baseline. */
export const baselineEnd = ({ to, weeks }: Pick<Baseline, 'to' | 'weeks'>): Day => addDays(to, weeks * 7 - 1);
