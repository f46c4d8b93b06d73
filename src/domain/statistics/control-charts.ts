export type Limits = { readonly mean: number; readonly lower: number; readonly upper: number };

const average = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * Limits of an individuals (XmR) chart: mean plus and minus 2.66 mean moving ranges; null with fewer than two values.
 * With screening, moving ranges above 3.267 times their mean are left out once, so that one leap doesn't widen the limits.
 */
export function individualsLimits(values: readonly number[], screened = false): Limits | null {
  const ranges = values.slice(1).map((value, index) => Math.abs(value - (values[index] ?? value)));
  if (ranges.length === 0) return null;
  const all = average(ranges);
  const range = screened ? average(ranges.filter((one) => one <= 3.267 * all)) : all;
  const mean = average(values);
  return { mean, lower: mean - 2.66 * range, upper: mean + 2.66 * range };
}

export type Share = { readonly k: number; readonly n: number };

/** Limits of a p chart: the pooled share, and three standard errors for each point's own n, cut at 0 and 1. A point with n 0 is a gap (null). */
export function proportionLimits(points: readonly Share[], baseline: readonly Share[] = points): readonly (Limits | null)[] {
  const n = baseline.reduce((sum, point) => sum + point.n, 0);
  if (n === 0) return points.map(() => null);
  const mean = baseline.reduce((sum, point) => sum + point.k, 0) / n;
  return points.map((point) => {
    if (point.n === 0) return null;
    const spread = 3 * Math.sqrt((mean * (1 - mean)) / point.n);
    return { mean, lower: Math.max(0, mean - spread), upper: Math.min(1, mean + spread) };
  });
}

export const signalRules = ['outside-limits', 'seven-one-side', 'seven-trend', 'two-of-three'] as const;
export type SignalRule = (typeof signalRules)[number];
export type Side = 'above' | 'below';

/** One week on a chart; null is a gap, which ends every run. */
export type ChartPoint = (Limits & { readonly value: number }) | null;
export type Signal = { readonly rule: SignalRule; readonly side: Side };

const runLength = 7;
const sideOf = (difference: number): Side | null => (difference === 0 ? null : difference > 0 ? 'above' : 'below');

/** How many points running, up to and with each, keep to the same side; 0 where a point has none. */
function runs(sides: readonly (Side | null)[]): readonly number[] {
  let run = 0;
  return sides.map((side, index) => {
    run = side === null ? 0 : side === sides[index - 1] ? run + 1 : 1;
    return run;
  });
}

const meanSides = (points: readonly ChartPoint[]) => points.map((point) => (point === null ? null : sideOf(point.value - point.mean)));
const steps = (points: readonly ChartPoint[]) =>
  points.map((point, index) => {
    const before = points[index - 1] ?? null;
    return point === null || before === null ? null : sideOf(point.value - before.value);
  });

// Closer to the limit than to the mean by a factor of two is where a signal begins to show.
const nearSide = (point: ChartPoint): Side | null => {
  if (point === null) return null;
  if (point.value > point.mean + ((point.upper - point.mean) * 2) / 3) return 'above';
  return point.value < point.mean - ((point.mean - point.lower) * 2) / 3 ? 'below' : null;
};

/**
 * The signal at each point, by the NHS Making Data Count rules; null where there is none. The first that applies: outside the limits,
 * seven or more running on one side of the mean, seven or more rising or falling, two of three near the same limit.
 */
export function signalsOf(points: readonly ChartPoint[]): readonly (Signal | null)[] {
  const sides = meanSides(points);
  const sideRuns = runs(sides);
  const trend = steps(points);
  const trendRuns = runs(trend);
  return points.map((point, index) => {
    if (point === null) return null;
    if (point.value > point.upper || point.value < point.lower)
      return { rule: 'outside-limits', side: point.value > point.upper ? 'above' : 'below' };
    const side = sides[index] ?? null;
    if (side !== null && (sideRuns[index] ?? 0) >= runLength) return { rule: 'seven-one-side', side };
    const step = trend[index] ?? null;
    // Seven points in a trend are six steps.
    if (step !== null && (trendRuns[index] ?? 0) >= runLength - 1) return { rule: 'seven-trend', side: step };
    const near = nearSide(point);
    const close = points.slice(Math.max(0, index - 2), index + 1).filter((one) => near !== null && nearSide(one) === near);
    return near !== null && close.length >= 2 ? { rule: 'two-of-three', side: near } : null;
  });
}

export type Direction = 'up-is-better' | 'down-is-better' | 'neutral';

export type Variation =
  | { readonly kind: 'common-cause' }
  | { readonly kind: 'too-few'; readonly points: number }
  | ({ readonly kind: 'improvement' | 'concern' | 'special-cause'; readonly points: number } & Signal);

const fewest = 12;

/** What the latest point says about the process: nothing below 12 points, otherwise its signal read by the measure's direction. */
export function variationOf(points: readonly ChartPoint[], direction: Direction): Variation {
  const known = points.filter((point) => point !== null).length;
  if (known < fewest) return { kind: 'too-few', points: known };
  const signal = signalsOf(points).at(-1) ?? null;
  if (signal === null) return { kind: 'common-cause' };
  const running = signal.rule === 'seven-trend' ? (runs(steps(points)).at(-1) ?? 0) + 1 : (runs(meanSides(points)).at(-1) ?? 0);
  if (direction === 'neutral') return { kind: 'special-cause', points: running, ...signal };
  const better = (signal.side === 'above') === (direction === 'up-is-better');
  return { kind: better ? 'improvement' : 'concern', points: running, ...signal };
}

export type Assurance = 'will-meet' | 'will-miss' | 'may-or-may-not' | 'no-target';

/** Whether the process as it runs will meet a target, by where its limits lie. */
export function assuranceOf(limits: Pick<Limits, 'lower' | 'upper'>, target: number | null, direction: Direction): Assurance {
  if (target === null || direction === 'neutral') return 'no-target';
  if (limits.lower <= target && target <= limits.upper) return 'may-or-may-not';
  return limits.lower > target === (direction === 'up-is-better') ? 'will-meet' : 'will-miss';
}
