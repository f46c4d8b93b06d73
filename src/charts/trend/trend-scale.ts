/** What a point says about the process: nothing, better, worse, or a change with no good or bad direction. */
export type Signal = 'common' | 'improve' | 'concern' | 'neutral';
type Limits = { readonly mean: number; readonly lower: number; readonly upper: number };
/** One period. `from` and `to` say which part of the chart's time it takes, 0 to 1. */
export type TrendPoint = {
  readonly value: number | null;
  readonly signal: Signal;
  readonly from: number;
  readonly to: number;
  readonly limits: Limits | null;
  /** Whether its limits may still change. */
  readonly trial: boolean;
};
/** Lines that go all the way across. */
export type TrendLines = { readonly median: number | null; readonly target: number | null };

/** A height for a value, so that every point and line fits between the two margins. Flat data lies in the middle. */
export function trendScale(
  points: readonly Pick<TrendPoint, 'value' | 'limits'>[],
  lines: TrendLines,
  height: number,
  margin: number,
): (value: number) => number {
  const limits = points.flatMap((point) => (point.limits === null ? [] : [point.limits.lower, point.limits.upper]));
  const all = [...points.map((point) => point.value), ...limits, lines.median, lines.target].filter((value) => value !== null);
  const lowest = Math.min(...all);
  const highest = Math.max(...all);
  if (all.length === 0 || lowest === highest) return () => height / 2;
  return (value) => margin + ((highest - value) / (highest - lowest)) * (height - 2 * margin);
}

export type PlacedPoint = { readonly x: number; readonly y: number; readonly signal: Signal };

/** The runs of points that follow one another: a period without a value breaks the line. */
export function runsOf(points: readonly TrendPoint[], width: number, inset: number, y: (value: number) => number): PlacedPoint[][] {
  const runs: PlacedPoint[][] = [];
  let run: PlacedPoint[] = [];
  for (const { value, signal, from, to } of points) {
    if (value === null) {
      run = [];
      continue;
    }
    if (run.length === 0) runs.push(run);
    run.push({ x: inset + ((from + to) / 2) * (width - 2 * inset), y: y(value), signal });
  }
  return runs;
}

export const lineKinds = ['mean', 'lower', 'upper'] as const;
export type LineKind = (typeof lineKinds)[number];

/** The mean or a limit as it steps from period to period. What is on trial is a path of its own, to be drawn otherwise. */
export function steppedPath(
  points: readonly TrendPoint[],
  kind: LineKind,
  trial: boolean,
  at: { readonly x: (share: number) => number; readonly y: (value: number) => number },
): string {
  return points
    .flatMap((point) =>
      point.limits === null || point.trial !== trial ? [] : [`M${at.x(point.from)} ${at.y(point.limits[kind])}H${at.x(point.to)}`],
    )
    .join('');
}
