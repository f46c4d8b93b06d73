import type { Day } from '#domain/calendar/calendar.ts';
import type { Database } from '#server/database/pool.ts';
import { clientsBookedIn } from '#server/attendance/bookings.rows.ts';
import { attendanceTaken, screensRecorded } from './recorded-in-session.ts';

export type ClosedSpan = { readonly fromOn: Day; readonly toOn: Day; readonly programId: string | null; readonly siteId: string | null };

/**
 * The sessions of a closure's days and location that are not cancelled, and who is booked in them. One in which something was recorded was
 * held, and is left.
 */
export async function sessionsInClosure(db: Database, { fromOn, toOn, programId, siteId }: ClosedSpan) {
  let query = db
    .selectFrom('session')
    .select(['id', 'session_on', 'title'])
    .select([attendanceTaken.as('taken'), screensRecorded.as('recorded')])
    .where('session_on', '>=', fromOn)
    .where('session_on', '<=', toOn)
    .where('cancelled_because', 'is', null)
    .orderBy('starts_at')
    .orderBy('id');
  if (programId !== null) query = query.where('program_id', '=', programId);
  if (siteId !== null) query = query.where('site_id', '=', siteId);
  const rows = await query.execute();
  const sessions = rows.filter(({ taken, recorded }) => !taken && !recorded).map(({ id }) => id);
  return {
    sessions,
    people: await clientsBookedIn(db, sessions),
    left: rows
      .filter(({ taken, recorded }) => taken || recorded)
      .map(({ id, session_on, title, taken }) => ({
        sessionId: id,
        on: session_on,
        title,
        because: taken ? ('attendance' as const) : ('screens' as const),
      })),
  };
}
