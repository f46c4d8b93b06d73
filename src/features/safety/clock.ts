import { dayAt, dayFrom, instantOf, momentOf, timeAt, type Zone } from '#domain/calendar/calendar.ts';

/** The clinic's day and time now, as the browser's own field wants it. */
export function nowIn(zone: Zone): string {
  const now = instantOf(new Date());
  return `${dayAt(now, zone)}T${timeAt(now, zone)}`;
}

/** The moment that such a field says; empty where it says none, which the server refuses with the fix. */
export function momentIn(text: string, zone: Zone): string {
  const on = dayFrom(text.slice(0, 10));
  return on === null ? '' : momentOf(on, text.slice(11, 16), zone);
}
