/** The hours from a result to its signed answer, or how long it has been open. */
export type AnswerPoint = { readonly id: string; readonly hours: number; readonly answered: boolean };
/** A step of the answered curve: from this hour on, this share. */
export type CurveStep = { readonly hours: number; readonly share: number };
/** How many of those that are due were answered within the standard. */
export type AnsweredWithin = { readonly answered: number; readonly of: number; readonly hours: number };

/** The width of the figure on a desk. */
export const USUAL_WIDTH = 548;
export const LEFT = 42;
export const RIGHT = 16;
export const TOP = 18;
export const FOOT = 208;

export const HOURS = 168;

export type HourScale = (hours: number) => number;

/** The place of an hour; everything past the last hour stands at the end. */
export const hourScale =
  (room: number): HourScale =>
  (hours) =>
    LEFT + (Math.min(hours, HOURS) / HOURS) * (room - LEFT - RIGHT);

export const yOfShare = (share: number): number => FOOT - share * (FOOT - TOP);

/** The share answered at an hour: the last step at or before it. */
export const shareAt = (curve: readonly CurveStep[], hours: number): number => curve.findLast((step) => step.hours <= hours)?.share ?? 0;

/** A step line that runs level to each step and rises there. */
export function curvePath(curve: readonly CurveStep[], x: HourScale): string {
  const rises = curve.filter((step) => step.hours <= HOURS).map((step) => `H${x(step.hours)}V${yOfShare(step.share)}`);
  return `M${x(0)} ${yOfShare(0)}${rises.join('')}H${x(HOURS)}`;
}

/** Where marks would lie on each other, and how many do; a mark by itself needs no count. */
export function heapsOf(positions: readonly number[]): readonly { readonly at: number; readonly count: number }[] {
  const heaps: { at: number; count: number }[] = [];
  for (const at of positions.toSorted((a, b) => a - b)) {
    const last = heaps.at(-1);
    if (last !== undefined && at - last.at < 9) last.count += 1;
    else heaps.push({ at, count: 1 });
  }
  return heaps.filter(({ count }) => count > 1);
}
