import { offeredHours } from '#domain/attendance/client-week.ts';
import type { WeekOfCare } from '#domain/clients/journey.ts';

/** Below this share of the offered hours a week is drawn as an outline. */
const LOW_BELOW = 0.75;
/** The top of the sparkline: half as much again as was prescribed. */
const TALLEST = 1.5;

export type HoursBar = {
  /** Unknown is not zero: it has no bar at all. A partial week is open and never outlined as low. */
  readonly kind: 'unknown' | 'nothing-prescribed' | 'met' | 'low' | 'partial';
  /** Shares of the offered hours, 0 to 1.5. */
  readonly delivered: number;
  readonly excused: number;
};

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

/** The last weeks in order, with null in front where care is younger than that. */
export const lastWeeks = (weeks: readonly WeekOfCare[], shown: number): readonly (WeekOfCare | null)[] => [
  ...Array.from({ length: Math.max(0, shown - weeks.length) }, () => null),
  ...weeks.slice(-shown),
];
