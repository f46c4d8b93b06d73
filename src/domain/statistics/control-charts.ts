/** The middle of a point and one standard deviation around it. Limits follow from it and are never cut; only a drawing ends at 0 and 1. */
export type Spread = { readonly mean: number; readonly sigma: number };
export type Limits = { readonly mean: number; readonly lower: number; readonly upper: number };

/** Three standard deviations to each side. */
export const limitsOf = ({ mean, sigma }: Spread): Limits => ({ mean, lower: mean - 3 * sigma, upper: mean + 3 * sigma });

/** The part of the limits that a share can reach, for a drawing alone. */
export const drawnLimits = ({ mean, lower, upper }: Limits): Limits => ({ mean, lower: Math.max(0, lower), upper: Math.min(1, upper) });

const average = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * The spread of an individuals (XmR) chart: three standard deviations are 2.66 mean moving ranges; null with fewer than two values.
 * With screening, moving ranges above 3.267 times their mean are left out once, so that one leap doesn't widen the limits.
 */
export function individualsSpread(values: readonly number[], screened = false): Spread | null {
  const ranges = values.slice(1).map((value, index) => Math.abs(value - (values[index] ?? value)));
  if (ranges.length === 0) return null;
  const all = average(ranges);
  const range = screened ? average(ranges.filter((one) => one <= 3.267 * all)) : all;
  return { mean: average(values), sigma: (2.66 * range) / 3 };
}

export type Share = { readonly k: number; readonly n: number };

/** The share of all events of these points together; null where they have none. */
export function pooledShare(points: readonly Share[]): number | null {
  const n = points.reduce((sum, point) => sum + point.n, 0);
  return n === 0 ? null : points.reduce((sum, point) => sum + point.k, 0) / n;
}

/** The spread of a p chart at a point with n events: the binomial's, around the mean. */
export const proportionSpread = (mean: number, n: number): Spread => ({ mean, sigma: Math.sqrt((mean * (1 - mean)) / n) });

export const signalRules = ['outside-limits', 'seven-one-side', 'seven-trend', 'two-of-three'] as const;
export type SignalRule = (typeof signalRules)[number];
export type Side = 'above' | 'below';

/** One period on a chart; null is a gap, which ends no run. */
export type ChartPoint = (Spread & { readonly value: number }) | null;

/** Which rule speaks at a point, to which side, and how many points with a number it rests on, this one the last. */
export type Signal = { readonly rule: SignalRule; readonly side: Side; readonly points: number };

const runLength = 7;
// Fractions that are equal may differ in their last bit.
const rounding = 1e-12;

const sideOf = (difference: number): Side | null => (Math.abs(difference) <= rounding ? null : difference > 0 ? 'above' : 'below');

/** How many sides running, up to and with each, are the same; 0 where there is none. */
function runs(sides: readonly (Side | null)[]): readonly number[] {
  let run = 0;
  return sides.map((side, index) => {
    run = side === null ? 0 : side === sides[index - 1] ? run + 1 : 1;
    return run;
  });
}

type Known = Exclude<ChartPoint, null>;

/** The side on which a point lies further from the mean than so many standard deviations. */
const beyond = ({ value, mean, sigma }: Known, sigmas: number): Side | null =>
  Math.abs(value - mean) <= sigmas * sigma + rounding ? null : sideOf(value - mean);

/**
 * The signal at each point, by the NHS Making Data Count rules; null where there is none. The first that applies: outside three standard deviations,
 * seven or more running on one side of the mean, seven or more rising or falling, two of three beyond two standard deviations with all three on that
 * side of the mean. Gaps are passed over. Points without any spread say nothing: every other value would lie outside.
 */
export function signalsOf(points: readonly ChartPoint[]): readonly (Signal | null)[] {
  const known = points.flatMap((point, index) => (point === null ? [] : [{ point, index }]));
  const found = signalsAmong(known.map(({ point }) => point));
  const at = new Map(known.map(({ index }, nth) => [index, found[nth] ?? null]));
  return points.map((_, index) => at.get(index) ?? null);
}

function signalsAmong(points: readonly Known[]): readonly (Signal | null)[] {
  const sides = points.map(({ value, mean }) => sideOf(value - mean));
  const sideRuns = runs(sides);
  const steps = points.map(({ value }, index) => sideOf(value - (points[index - 1]?.value ?? value)));
  const stepRuns = runs(steps);
  return points.map((point, index): Signal | null => {
    if (point.sigma <= rounding) return null;
    const outside = beyond(point, 3);
    if (outside !== null) return { rule: 'outside-limits', side: outside, points: 1 };
    const [side = null, step = null] = [sides[index], steps[index]];
    const sideRun = sideRuns[index] ?? 0;
    if (side !== null && sideRun >= runLength) return { rule: 'seven-one-side', side, points: sideRun };
    // Seven points in a trend are six steps.
    const stepRun = stepRuns[index] ?? 0;
    if (step !== null && stepRun >= runLength - 1) return { rule: 'seven-trend', side: step, points: stepRun + 1 };
    const three = points.slice(Math.max(0, index - 2), index + 1);
    const together = three.length === 3 && sides.slice(index - 2, index + 1).every((one) => one === side);
    return side !== null && together && three.filter((one) => beyond(one, 2) === side).length >= 2
      ? { rule: 'two-of-three', side, points: 3 }
      : null;
  });
}

/** Each point with the signal that it belongs to: a run is drawn whole, from its first point on and past its gaps. */
export function signalsDrawn(points: readonly ChartPoint[]): readonly (Signal | null)[] {
  const signals = signalsOf(points);
  const known = points.flatMap((point, index) => (point === null ? [] : [index]));
  const drawn = [...signals];
  for (const [nth, index] of known.entries()) {
    const signal = signals[index] ?? null;
    if (signal === null) continue;
    for (const member of known.slice(nth + 1 - signal.points, nth)) drawn[member] ??= signal;
  }
  return drawn;
}

export type Direction = 'up-is-better' | 'down-is-better' | 'neutral';

export type Assurance = 'will-meet' | 'will-miss' | 'may-or-may-not' | 'no-target';

/** Whether the process as it runs will meet a target, by where its limits lie. Limits without width say nothing of a process: null. */
export function assuranceOf(
  { lower, upper }: Pick<Limits, 'lower' | 'upper'>,
  target: number | null,
  direction: Direction,
): Assurance | null {
  if (target === null || direction === 'neutral') return 'no-target';
  if (upper - lower <= rounding) return null;
  if (lower <= target && target <= upper) return 'may-or-may-not';
  return lower > target === (direction === 'up-is-better') ? 'will-meet' : 'will-miss';
}
