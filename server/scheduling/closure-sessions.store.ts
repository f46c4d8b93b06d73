import { addDays, daysBetween, type Day } from '#domain/calendar/calendar.ts';
import { dayWithYear } from '#domain/calendar/words.ts';
import type { Database } from '#server/database/pool.ts';
import { refuseField } from '#server/http/refusal.ts';
import { attendanceTaken, screensRecorded } from './reschedule.store.ts';
import { refuseUnknownLocation } from '#server/programs/locations.guards.ts';

type Span = { readonly fromOn: Day; readonly toOn: Day; readonly programId: string | null; readonly siteId: string | null };

const longest = 366;

/** Refuses a closure that ends before it begins, is longer than a year, or is of a place that isn't there. */
export async function refuseWrongSpan(db: Database, span: Span): Promise<void> {
  if (span.toOn < span.fromOn) throw refuseField('toOn', 'It ends before it begins. Choose the same day or a later one.');
  if (daysBetween(span.fromOn, span.toOn) > longest)
    throw refuseField('toOn', `Close for a year at most: until ${dayWithYear(addDays(span.fromOn, longest))}.`);
  await refuseUnknownLocation(db, span);
}

/** The held sessions of a closure's days and place, and who is booked in them. One where something was recorded was held, and is left. */
export async function touchedBy(db: Database, { fromOn, toOn, programId, siteId }: Span) {
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
  const booked =
    sessions.length === 0
      ? []
      : await db.selectFrom('attendance').select('client_id').distinct().where('session_id', 'in', sessions).execute();
  return {
    sessions,
    people: booked.map(({ client_id }) => client_id),
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

/** Cancels sessions for a closure; without one they are held again. */
export async function cancelFor(
  db: Database,
  closure: { readonly id: string; readonly label: string } | null,
  sessionIds: readonly string[],
): Promise<void> {
  if (sessionIds.length === 0) return;
  await db
    .updateTable('session')
    .set((eb) => ({ cancelled_because: closure?.label ?? null, closure_id: closure?.id ?? null, version: eb('version', '+', 1) }))
    .where('id', 'in', [...sessionIds])
    .execute();
}
