import type { Day } from '#domain/calendar/calendar.ts';

/** Whole years from a birth date to a day. Born on 29 February turns on 1 March in a common year. */
export function yearsBetween(bornOn: Day, on: Day): number {
  const years = Number(on.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return on.slice(5) < bornOn.slice(5) ? years - 1 : years;
}
