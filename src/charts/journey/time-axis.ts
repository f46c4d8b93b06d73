import { addDays, daysBetween, weeksFromTo, weekOf, type Day } from '#domain/calendar/calendar.ts';

/** Whole weeks from the Monday before the first day to the Sunday after the last. */
export type TimeAxis = {
  readonly start: Day;
  readonly end: Day;
  readonly days: number;
  readonly weeks: readonly Day[];
  readonly width: number;
  /** Pixels a week. */
  readonly pitch: number;
};

/** The place of a day on the axis. `part` 0 is its first moment, 0.5 its middle. */
export type DayScale = (on: Day, part?: number) => number;

export function timeAxis(from: Day, to: Day, width: number): TimeAxis {
  const weeks = weeksFromTo(from, to);
  const start = weekOf(from);
  const days = Math.max(1, weeks.length) * 7;
  return { start, end: addDays(start, days - 1), days, weeks, width, pitch: (width / days) * 7 };
}

/** Days from the start of the axis, the unit of its domain. */
export const dayIndex = (axis: TimeAxis, on: Day): number => daysBetween(axis.start, on);

export const dayScale =
  (axis: TimeAxis): DayScale =>
  (on, part = 0) =>
    ((dayIndex(axis, on) + part) / axis.days) * axis.width;

export const isOnAxis = (axis: TimeAxis, on: Day): boolean => on >= axis.start && on <= axis.end;

export type WeekTick = { readonly week: Day; readonly number: number; readonly major: boolean };

/** Every week a tick; every so many a label, so that labels stay about 100 px apart. Weeks are counted from the week of `origin`. */
export function weekTicks(axis: TimeAxis, origin: Day): readonly WeekTick[] {
  const first = weekOf(origin);
  const every = [1, 2, 4, 8, 13, 26, 52].find((step) => step * axis.pitch >= 100) ?? 52;
  return axis.weeks.map((week) => {
    const from = Math.round(daysBetween(first, week) / 7);
    return { week, number: from + 1, major: ((from % every) + every) % every === 0 };
  });
}
