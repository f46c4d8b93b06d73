import { addDays, daysBetween } from '#domain/calendar/calendar.ts';
import { dayWithYear } from '#domain/calendar/words.ts';
import type { Database } from '#server/database/pool.ts';
import { refuseField } from '#server/http/refusal.ts';
import { refuseUnknownLocation } from '#server/programs/locations.guards.ts';
import type { ClosedSpan } from './closed-sessions.rows.ts';

const longestDays = 366;

/** Refuses a closure that ends before it begins, is longer than a year, or is of a program or site that isn't there. */
export async function refuseWrongSpan(db: Database, span: ClosedSpan): Promise<void> {
  if (span.toOn < span.fromOn) throw refuseField('toOn', 'It ends before it begins. Choose the same day or a later one.');
  if (daysBetween(span.fromOn, span.toOn) > longestDays)
    throw refuseField('toOn', `Close for a year at most: until ${dayWithYear(addDays(span.fromOn, longestDays))}.`);
  await refuseUnknownLocation(db, span);
}
