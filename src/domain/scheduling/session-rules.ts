import { clockMinutes } from './meetings.ts';

type Hours = { readonly startsAt: string; readonly endsAt: string; readonly breakMinutes: number };

/** `minutes` is the length of the session. */
export type HoursProblem =
  | { readonly field: 'endsAt'; readonly problem: 'ends-before-start' }
  | { readonly field: 'breakMinutes'; readonly problem: 'break-too-long'; readonly minutes: number };

/**
 * What is wrong with the clock times of a session or a meeting, by field (program rule): it ends after it starts, on the same day,
 * and its break is shorter than it. Empty where nothing is.
 */
export function hoursProblems({ startsAt, endsAt, breakMinutes }: Hours): readonly HoursProblem[] {
  const minutes = clockMinutes(startsAt, endsAt);
  if (minutes <= 0) return [{ field: 'endsAt', problem: 'ends-before-start' }];
  if (breakMinutes < minutes) return [];
  return [{ field: 'breakMinutes', problem: 'break-too-long', minutes }];
}

/** How many would be more than a group has room for; null where there is room, or no limit. */
export const overCapacity = (people: number, capacity: number | null): number | null =>
  capacity !== null && people > capacity ? people - capacity : null;
