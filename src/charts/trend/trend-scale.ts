/** What a point says about the process: nothing, better, worse, or a change with no good or bad direction. */
export type Signal = 'common' | 'improve' | 'concern' | 'neutral';
export type TrendPoint = { readonly value: number | null; readonly signal: Signal };
export type TrendLines = {
  readonly mean: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly target: number | null;
};

/** A height for a value, so that every point and line fits between the two margins. Flat data lies in the middle. */
export function trendScale(points: readonly TrendPoint[], lines: TrendLines, height: number, margin: number): (value: number) => number {
  const all = [...points.map((point) => point.value), lines.mean, lines.lower, lines.upper, lines.target].filter((value) => value !== null);
  const lowest = Math.min(...all);
  const highest = Math.max(...all);
  if (all.length === 0 || lowest === highest) return () => height / 2;
  return (value) => margin + ((highest - value) / (highest - lowest)) * (height - 2 * margin);
}

export type PlacedPoint = { readonly x: number; readonly y: number; readonly signal: Signal };

/** The runs of points that follow one another: a week without a value breaks the line. */
export function runsOf(points: readonly TrendPoint[], width: number, inset: number, y: (value: number) => number): PlacedPoint[][] {
  const step = points.length > 1 ? (width - 2 * inset) / (points.length - 1) : 0;
  const runs: PlacedPoint[][] = [];
  let run: PlacedPoint[] = [];
  points.forEach((point, index) => {
    if (point.value === null) {
      run = [];
      return;
    }
    if (run.length === 0) runs.push(run);
    run.push({ x: inset + index * step, y: y(point.value), signal: point.signal });
  });
  return runs;
}
