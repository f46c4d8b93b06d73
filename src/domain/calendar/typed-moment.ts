import { dayAt, dayFrom, momentOf, timeAt, type Instant, type Zone } from './calendar.ts';

/** The clinic's day and time at a moment, as a browser's field for both wants them: `2026-11-23T08:02`. */
export const typedMoment = (at: Instant, zone: Zone): string => `${dayAt(at, zone)}T${timeAt(at, zone)}`;

/** The moment that such a field names in the clinic's zone; empty where its day is none, which the server refuses with the fix. */
export function momentTyped(text: string, zone: Zone): Instant | '' {
  const on = dayFrom(text.slice(0, 10));
  return on === null ? '' : momentOf(on, text.slice(11, 16), zone);
}
