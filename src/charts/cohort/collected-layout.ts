import type { Day } from '#domain/calendar/calendar.ts';

/** One week of the program. `scheduled` leaves out what was excused or cancelled by the program. */
export type CollectedWeek = {
  readonly week: Day;
  readonly scheduled: number;
  readonly collected: number;
  readonly notCollected: number;
  readonly declined: number;
  readonly unable: number;
  readonly excused: number;
  readonly cancelled: number;
};

/** The width of the figure on a desk. */
export const USUAL_WIDTH = 532;
export const GUTTER = 32;
export const TOP = 32;
export const FOOT = 154;
/** The room of a week below which its two counts stand one above the other. */
export const PAIR_ROOM = 56;

/** The top of the scale and its gridlines: two or three round numbers. */
export function countScale(weeks: readonly CollectedWeek[]): { readonly top: number; readonly ticks: readonly number[] } {
  const most = Math.max(1, ...weeks.map((week) => Math.max(week.scheduled, week.collected)));
  const step = [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000].find((one) => most / one <= 2.99) ?? Math.ceil(most / 2);
  return { top: Math.max(most, step), ticks: Array.from({ length: Math.floor(most / step) + 1 }, (_, index) => index * step) };
}

export type CollectedBar = {
  readonly week: CollectedWeek;
  readonly x: number;
  readonly width: number;
  readonly pitch: number;
  readonly scheduled: number;
  readonly collected: number;
};

/** A pair of bars for each week: heights in pixels above the foot. */
export function collectedBars(weeks: readonly CollectedWeek[], top: number, room: number): readonly CollectedBar[] {
  const pitch = (room - GUTTER) / Math.max(1, weeks.length);
  const width = Math.min(46, pitch * 0.7);
  const heightOf = (count: number): number => (count / top) * (FOOT - TOP);
  return weeks.map((week, index) => ({
    week,
    x: GUTTER + pitch * (index + 0.5) - width / 2,
    width,
    pitch,
    scheduled: heightOf(week.scheduled),
    collected: heightOf(week.collected),
  }));
}
