import * as z from 'zod/mini';
import { dayFrom, instantFrom, type Day, type Instant } from '#domain/calendar/calendar.ts';

/** An opaque id. */
export const Id = z.uuid({ error: 'This is not an id.' });

/** Ids of clients are told apart from others, so that an answer's record can name every client in it. */
export const ClientId = z.uuid({ error: 'This is not a client’s id.' }).check(z.meta({ id: 'ClientId' }));

/** Nobody in care was seen before 1900 or is booked after 2199; a year outside is a slip of the hand. Both days and moments begin with their year. */
const inOurTime = z.refine<string>((text) => text >= '1900' && text < '2200', { error: 'Write a year between 1900 and 2199.' });

const noSuchDay = { error: 'That date doesn’t exist. Write it as 2026-03-09.' };
const aDay = z.string().check(
  z.maxLength(10, { ...noSuchDay, abort: true }),
  z.refine((text) => dayFrom(text) !== null, noSuchDay),
  inOurTime,
);
export const DayText = z.pipe(
  aDay,
  z.transform((text) => text as Day),
);

const noSuchMoment = { error: 'That is no moment in time. Write it as 2026-03-09T14:05:00Z.' };
const aMoment = z.string().check(
  z.maxLength(40, { ...noSuchMoment, abort: true }),
  z.refine((text) => instantFrom(text) !== null, noSuchMoment),
  inOurTime,
);
export const InstantText = z.pipe(
  aMoment,
  z.transform((text) => instantFrom(text) as Instant),
);

/** When something happened: now, by the server's clock, or at a moment that the person gives. */
export const WhenGiven = z.union([z.literal('now'), InstantText], { error: 'Say when: now, or a moment such as 2026-03-09T14:05:00Z.' });

/** A zone by its IANA name, such as America/Chicago. Offsets are refused: they know no summer time. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Z]\w+(\/[A-Z][\w+-]*)+$/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
const noSuchZone = { error: 'There is no such time zone. Write it as America/Chicago.' };
export const TimeZone = z.string().check(z.maxLength(64, { ...noSuchZone, abort: true }), z.refine(isTimeZone, noSuchZone));

/** A line or a few that a person types: trimmed, not empty, not longer than said. */
export const words = (most: number) =>
  z
    .string()
    .check(z.trim(), z.minLength(1, { error: 'Write something here.' }), z.maxLength(most, { error: `Use at most ${most} characters.` }));

/** Days and moments on their way out are already what they say. */
export const DayOut = z.custom<Day>((value) => typeof value === 'string');
export const InstantOut = z.custom<Instant>((value) => typeof value === 'string');
