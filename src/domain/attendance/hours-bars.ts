import { offeredHours } from './client-week.ts';
import type { WeekOfCare } from '#domain/clients/journey.ts';
import { hoursLetters, type HoursBar, type HoursColumns } from './hours-columns.ts';

/** Below this share of the offered hours a week is drawn as an outline. */
const LOW_BELOW = 0.75;
/** The top of the sparkline: half as much again as was prescribed. */
const TALLEST = 1.5;

/** How one week stands against the hours it offered: prescribed, less what the program itself cancelled. */
export function hoursBarOf(week: WeekOfCare): HoursBar {
  const offered = offeredHours(week);
  if (week.delivered === null || offered === null) return { kind: 'unknown', delivered: 0, excused: 0 };
  if (offered === 0) return { kind: 'nothing-prescribed', delivered: 0, excused: 0 };
  const share = week.delivered / offered;
  const delivered = Math.min(TALLEST, share);
  const excused = Math.max(0, Math.min(week.excused / offered, 1 - delivered));
  if (week.partial) return { kind: 'partial', delivered, excused };
  return { kind: share < LOW_BELOW ? 'low' : 'met', delivered, excused };
}

const percent = (share: number): number => Math.round(share * 100);

/** The same for weeks in order, as few bytes as a list of many clients can carry. */
export function hoursColumnsOf(weeks: readonly WeekOfCare[]): HoursColumns {
  const bars = weeks.map(hoursBarOf);
  return {
    kinds: bars.map(({ kind }) => hoursLetters[kind]).join(''),
    delivered: bars.map(({ delivered }) => percent(delivered)),
    ...(bars.some(({ excused }) => excused > 0) ? { excused: bars.map(({ excused }) => percent(excused)) } : {}),
  };
}
