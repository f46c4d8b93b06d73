import { TZDate, tzOffset } from '@date-fns/tz';
import { isValid } from 'date-fns';
import { millisecondsInDay, millisecondsInHour, millisecondsInMinute, millisecondsInWeek } from 'date-fns/constants';

/** A clinic's calendar day, '2026-03-09'. Sorts as text. */
export type Day = string & { readonly brand: 'Day' };

/** A moment in UTC with milliseconds, '2026-03-09T14:05:00.000Z'. Sorts as text. */
export type Instant = string & { readonly brand: 'Instant' };

/** An IANA time zone, 'America/Chicago'. */
export type Zone = string;

const DAY = /^(?!0000)\d{4}-\d{2}-\d{2}$/;

/** The day a text names, or null where the text is no day that exists (31 November, 2026-2-3). */
export function dayFrom(text: string): Day | null {
  if (!DAY.test(text)) return null;
  const read = new Date(`${text}T00:00:00Z`);
  return isValid(read) && read.toISOString().startsWith(text) ? (text as Day) : null;
}

/** A day written in code. Throws where it doesn't exist. */
export function day(text: string): Day {
  const found = dayFrom(text);
  if (found === null) throw new RangeError(`${text} is not a day that exists`);
  return found;
}

const MOMENT = /^(\d{4}-\d{2}-\d{2})T((?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:[.,]\d{1,9})?)?)(Z|[+-](?:[01]\d|2[0-3]):?[0-5]\d)$/;

/** The moment a text names, or null where it has no time zone or doesn't exist. */
export function instantFrom(text: string): Instant | null {
  const [, on = '', time = '', offset = ''] = MOMENT.exec(text) ?? [];
  if (dayFrom(on) === null) return null;
  const read = new Date(`${on}T${time.replace(',', '.')}${offset.length === 5 ? `${offset.slice(0, 3)}:${offset.slice(3)}` : offset}`);
  const moment = isValid(read) ? instantOf(read) : null;
  // An offset may carry the last evening of 9999, or the first morning of year 1, past the four digits that sort as text.
  return moment !== null && DAY.test(moment.slice(0, 10)) ? moment : null;
}

export const instantOf = (moment: Date): Instant => moment.toISOString() as Instant;

const quarterHour = 15 * millisecondsInMinute;

/** A pure answer kept for the next time; a page asks the same few thousand days of a time zone again and again. */
function remembered<Key, Answer>(answer: (key: Key) => Answer, most = 50_000): (key: Key) => Answer {
  const kept = new Map<Key, Answer>();
  return (key) => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    if (kept.size >= most) kept.clear();
    const found = answer(key);
    kept.set(key, found);
    return found;
  };
}

export const millisecondsOf: (moment: Instant) => number = remembered((moment) => Date.parse(moment));

// A day alone has no zone and no daylight saving: read as midnight UTC, days are counted from 1 January 1970, a Thursday.
const numberOf: (on: Day) => number = remembered((on) => Date.parse(`${on}T00:00:00Z`) / millisecondsInDay);
const dayOf: (number: number) => Day = remembered((number) => new Date(number * millisecondsInDay).toISOString().slice(0, 10) as Day);
const weekdayIn = (number: number): number => ((((number + 3) % 7) + 7) % 7) + 1;

// Clocks change at a whole quarter of an hour, and never twice in a week: most weeks are asked about once.
const offsetsIn = remembered((zone: Zone) => {
  const requested = remembered((at: number) => tzOffset(zone, new Date(at)) * millisecondsInMinute);
  return (at: number): number => {
    const start = Math.floor(at / millisecondsInWeek) * millisecondsInWeek;
    const offset = requested(start);
    return offset === requested(start + millisecondsInWeek) ? offset : requested(Math.floor(at / quarterHour) * quarterHour);
  };
}, 100);

/** What the zone's clocks show at a moment, counted as if it were UTC. */
const shownAt = (moment: Instant, zone: Zone): number => millisecondsOf(moment) + offsetsIn(zone)(millisecondsOf(moment));

/** The clinic's day at a moment. */
export const dayAt = (moment: Instant, zone: Zone): Day => dayOf(Math.floor(shownAt(moment, zone) / millisecondsInDay));

/** The clinic's time of day at a moment, '17:05'. */
export const timeAt = (moment: Instant, zone: Zone): string => new Date(shownAt(moment, zone)).toISOString().slice(11, 16);

/** The moment at which a clinic's clock shows this day and time. A time skipped by daylight saving moves forward with the clock. */
export const momentOf = (on: Day, time: string, zone: Zone): Instant => momentsIn(zone)(`${on}T${time}`);

const momentsIn = remembered(
  (zone: Zone) =>
    remembered((shown: string) => {
      const [year, month, date, hour, minute] = shown.split(/\D/).map(Number);
      return instantOf(new Date(new TZDate(year ?? 0, (month ?? 1) - 1, date ?? 1, hour ?? 0, minute ?? 0, 0, zone).getTime()));
    }),
  100,
);

export const addDays = (from: Day, days: number): Day => dayOf(numberOf(from) + days);

/** Whole calendar days from one day to another; negative where the second is earlier. */
export const daysBetween = (from: Day, to: Day): number => numberOf(to) - numberOf(from);

export const hoursBetween = (from: Instant, to: Instant): number => (millisecondsOf(to) - millisecondsOf(from)) / millisecondsInHour;

export const addHours = (from: Instant, hours: number): Instant => instantOf(new Date(millisecondsOf(from) + hours * millisecondsInHour));

/** The Monday of the day's week. */
export const weekOf = (on: Day): Day => dayOf(numberOf(on) - weekdayOf(on) + 1);

/** 1 Monday to 7 Sunday. */
export const weekdayOf = (on: Day): number => weekdayIn(numberOf(on));

/** The days from `from` to `to`, both included. */
export const daysFromTo = (from: Day, to: Day): Day[] =>
  Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, step) => addDays(from, step));

/** The Mondays of the weeks that touch the span, in order. */
export const weeksFromTo = (from: Day, to: Day): Day[] =>
  Array.from({ length: Math.max(0, Math.floor(daysBetween(weekOf(from), weekOf(to)) / 7) + 1) }, (_, step) =>
    addDays(weekOf(from), step * 7),
  );

/** Days on which the program is open, and the time its day closes. */
export type OpenDays = { readonly weekdays: readonly number[]; readonly closed: readonly Day[]; readonly closesAt: string };

export const isOpen = (on: Day, open: OpenDays): boolean => open.weekdays.includes(weekdayOf(on)) && !open.closed.includes(on);

/** The n-th open day after `from`. A program with no open weekdays counts calendar days. */
export function openDayAfter(from: Day, n: number, open: OpenDays): Day {
  if (open.weekdays.length === 0) return addDays(from, n);
  let found = from;
  for (let left = n; left > 0;) {
    found = addDays(found, 1);
    if (isOpen(found, open)) left -= 1;
  }
  return found;
}

export const latest = <T extends string>(moments: readonly T[]): T | null =>
  moments.reduce<T | null>((a, b) => (a === null || b > a ? b : a), null);
export const earliest = <T extends string>(moments: readonly T[]): T | null =>
  moments.reduce<T | null>((a, b) => (a === null || b < a ? b : a), null);
