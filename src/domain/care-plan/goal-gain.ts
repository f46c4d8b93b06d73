import type { Day } from '#domain/calendar/calendar.ts';
import type { GoalRating } from './goals.ts';

/** How far a goal is above where it began, and the day on which it came to stay there. */
export type Gain = { readonly from: number; readonly to: number; readonly on: Day };

/** The gain of a goal since its first rating; null where there is none, or fewer than two ratings. A dip on the way takes nothing away. */
export function gainOf(ratings: readonly GoalRating[]): Gain | null {
  const inTime = ratings.toSorted((a, b) => (a.on < b.on ? -1 : 1));
  const first = inTime[0];
  const last = inTime.at(-1);
  if (first === undefined || last === undefined || last.level <= first.level) return null;
  const reached = inTime[inTime.findLastIndex(({ level }) => level < last.level) + 1] ?? last;
  return { from: first.level, to: last.level, on: reached.on };
}
