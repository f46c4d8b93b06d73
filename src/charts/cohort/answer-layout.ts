/** The hours from results to their signed answers, or how long they have been open; those of one hour together. */
export type AnswerPoint = { readonly id: string; readonly hours: number; readonly answered: boolean; readonly results: number };
/** How many results wait at an age in hours. */
export type OpenAge = { readonly hours: number; readonly results: number };
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

/** Where marks would lie on each other, and how many do; a mark by itself needs no count. A position may stand for several. */
export function heapsOf(
  positions: readonly number[],
  counts: readonly number[] = [],
): readonly { readonly at: number; readonly count: number }[] {
  const heaps: { at: number; count: number }[] = [];
  const placed = positions.map((at, index) => ({ at, count: counts[index] ?? 1 }));
  for (const { at, count } of placed.toSorted((a, b) => a.at - b.at)) {
    const last = heaps.at(-1);
    if (last !== undefined && at - last.at < 9) last.count += count;
    else heaps.push({ at, count });
  }
  return heaps.filter(({ count }) => count > 1);
}
