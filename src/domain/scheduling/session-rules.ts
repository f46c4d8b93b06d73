import { clockMinutes } from './meetings.ts';

type Hours = { readonly startsAt: string; readonly endsAt: string; readonly breakMinutes: number };

/**
 * What is wrong with the clock times of a session or a meeting, by field, with the fix (program rule): it ends after it starts, on the same day,
 * and its break is shorter than it. Empty where nothing is.
 */
export function hoursProblems({ startsAt, endsAt, breakMinutes }: Hours): readonly { readonly field: string; readonly message: string }[] {
  const minutes = clockMinutes(startsAt, endsAt);
  if (minutes <= 0) return [{ field: 'endsAt', message: 'It must end after it starts, on the same day. Choose a later end.' }];
  if (breakMinutes < minutes) return [];
  return [{ field: 'breakMinutes', message: `The session has ${minutes} minutes. Choose a break that is shorter.` }];
}

/** How many would be more than a group has room for; null where there is room, or no limit. */
export const overCapacity = (people: number, capacity: number | null): number | null =>
  capacity !== null && people > capacity ? people - capacity : null;
