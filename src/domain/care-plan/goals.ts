import type { Day } from '#domain/calendar/calendar.ts';

/** Five domains of progress; every goal carries one. Progress is never one number. */
export const goalDomains = ['use', 'health', 'relationships', 'skills', 'readiness'] as const;
export type GoalDomain = (typeof goalDomains)[number];

/** Goal attainment: 0 is what was expected, 1 and 2 more, -1 and -2 less. */
export const goalLevels = [-2, -1, 0, 1, 2] as const;
export type GoalLevel = (typeof goalLevels)[number];

export type GoalRating = { readonly on: Day; readonly level: number };

const inTime = (ratings: readonly GoalRating[]): readonly GoalRating[] => ratings.toSorted((a, b) => (a.on < b.on ? -1 : 1));

/** The newest rating up to a day; null where the goal was never rated. */
export const latestRating = (ratings: readonly GoalRating[], on: Day): GoalRating | null =>
  inTime(ratings).findLast((rating) => rating.on <= on) ?? null;

/** The rating that moved up on or after a day, with where it came from; null where the newest didn't. */
export function movedUp(
  ratings: readonly GoalRating[],
  since: Day,
): { readonly from: number; readonly to: number; readonly on: Day } | null {
  const [before, newest] = inTime(ratings).slice(-2);
  if (before === undefined || newest === undefined || newest.on < since || newest.level <= before.level) return null;
  return { from: before.level, to: newest.level, on: newest.on };
}
