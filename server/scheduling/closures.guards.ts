import { addDays, daysBetween } from '#domain/calendar/calendar.ts';
import { dayWithYear } from '#domain/calendar/words.ts';
import type { Database } from '#server/database/pool.ts';
import { refuseField } from '#server/http/refusal.ts';
import { refuseUnknownLocation } from '#server/programs/locations.guards.ts';
import { sessionsInClosure, type ClosedSpan } from './closed-sessions.rows.ts';
import { lockBookings } from './sessions.guards.ts';

const longestDays = 366;

/** Refuses a closure that ends before it begins, is longer than a year, or is of a program or site that isn't there. */
export async function refuseWrongSpan(db: Database, span: ClosedSpan): Promise<void> {
  if (span.toOn < span.fromOn) throw refuseField('toOn', 'It ends before it begins. Choose the same day or a later one.');
  if (daysBetween(span.fromOn, span.toOn) > longestDays)
    throw refuseField('toOn', `Close for a year at most: until ${dayWithYear(addDays(span.fromOn, longestDays))}.`);
  await refuseUnknownLocation(db, span);
}

/** Locks the sessions of a closure's days, and whoever is booked in them, and answers what is there once nobody else writes to them. */
export async function lockClosedSessions(db: Database, span: ClosedSpan): ReturnType<typeof sessionsInClosure> {
  const { sessions } = await sessionsInClosure(db, span);
  await lockBookings(db, sessions);
  return sessionsInClosure(db, span);
}
