import type { Day, Instant } from '#domain/calendar/calendar.ts';
import type { Made } from '#domain/scheduling/meeting-changes.ts';
import type { Database } from '#server/database/pool.ts';
import { attendanceTaken, screensRecorded } from './recorded-in-session.ts';
import { lockBookings } from './sessions.guards.ts';

/** The sessions that a meeting made for a day or later, in the order of their days, as the rule of changes reads them, locked with whoever is booked in them. */
export async function lockMadeSessions(db: Database, meetingId: string, from: Day, now: Instant) {
  const rows = await db
    .selectFrom('session')
    .select(['id', 'title', 'session_on', 'scheduled_on', 'starts_at', 'cancelled_because', 'closure_id', 'kept', 'substitute_id'])
    .select([attendanceTaken.as('taken'), screensRecorded.as('recorded')])
    .where('meeting_id', '=', meetingId)
    .where('scheduled_on', '>=', from)
    .orderBy('id')
    .forUpdate()
    .execute();
  await lockBookings(
    db,
    rows.map(({ id }) => id),
  );
  const inOrder = rows.toSorted((one, other) => (one.scheduled_on ?? '').localeCompare(other.scheduled_on ?? ''));
  return inOrder.map((row) => ({
    row,
    made: {
      sessionId: row.id,
      scheduledOn: row.scheduled_on ?? row.session_on,
      begun: row.starts_at <= now,
      attendanceTaken: row.taken,
      screensRecorded: row.recorded,
      cancelledAlone: row.cancelled_because !== null && row.closure_id === null,
      byHand: row.kept || row.substitute_id !== null,
    } satisfies Made,
  }));
}

export type MadeSession = Awaited<ReturnType<typeof lockMadeSessions>>[number];
