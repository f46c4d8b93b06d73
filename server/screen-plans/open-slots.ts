import { sql, type RawBuilder } from 'kysely';
import type { Instant } from '#domain/calendar/calendar.ts';

/**
 * Slots that may be known of: their collection has opened, and nobody took them back. Whoever reads slots asks this first: before it opens,
 * no answer, count or error differs by whether there is one.
 */
export const isOpen = (slot: string, now: Instant): RawBuilder<boolean> =>
  sql<boolean>`(${sql.ref(`${slot}.opens_at`)} <= ${now}::timestamptz and ${sql.ref(`${slot}.withdrawn_at`)} is null)`;

/** Slots of the random schedule, which the figures count. What somebody asked for is outside it. */
export const isScheduled = (slot: string): RawBuilder<boolean> => sql<boolean>`(${sql.ref(`${slot}.reason`)} = 'scheduled')`;
