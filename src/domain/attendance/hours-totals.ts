import { deliveredMinutes, type SessionFacts } from './delivered-minutes.ts';
import { dayAt, type Day, type Zone } from '#domain/calendar/calendar.ts';
import type { WeekOfCare } from '#domain/clients/journey.ts';

export type HoursTotals = {
  readonly delivered: number;
  readonly prescribed: number;
  readonly excused: number;
  /** Full weeks in which prescribed hours were delivered, of full weeks known. */
  readonly met: number;
  readonly full: number;
  /** Weeks left out because their hours are unknown. */
  readonly unknown: number;
};

/** Hours over the weeks whose delivered and prescribed hours are both known. */
export function hoursTotals(weeks: readonly WeekOfCare[]): HoursTotals {
  const known = weeks.flatMap(({ prescribed, delivered, partial, excused }) =>
    prescribed === null || delivered === null ? [] : [{ prescribed, delivered, partial, excused }],
  );
  const full = known.filter(({ partial }) => !partial);
  const sum = (of: (week: (typeof known)[number]) => number) => known.reduce((total, week) => total + of(week), 0);
  return {
    delivered: sum((week) => week.delivered),
    prescribed: sum((week) => week.prescribed),
    excused: sum((week) => week.excused),
    met: full.filter((week) => week.delivered >= week.prescribed).length,
    full: full.length,
    unknown: weeks.length - known.length,
  };
}

/** How many of the latest full weeks, running back from the newest, met their prescribed hours. */
export function weeksMetRunning(weeks: readonly WeekOfCare[]): number {
  const full = weeks.filter(({ partial }) => !partial);
  const lastShort = full.findLastIndex(({ delivered, prescribed }) => delivered === null || prescribed === null || delivered < prescribed);
  return full.length - 1 - lastShort;
}

const perDiemMinutes = 180;

/** The days that can be billed as an H0015 day: at least 180 counted minutes. Days with unknown minutes aren't among them. */
export function perDiemDays(sessions: readonly SessionFacts[], zone: Zone): readonly Day[] {
  const byDay = Map.groupBy(sessions, ({ startsAt }) => dayAt(startsAt, zone));
  return [...byDay]
    .filter(([, held]) => (deliveredMinutes(held) ?? 0) >= perDiemMinutes)
    .map(([on]) => on)
    .toSorted();
}
