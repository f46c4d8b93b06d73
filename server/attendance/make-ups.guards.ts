import { addDays, dayAt } from '#domain/calendar/calendar.ts';
import { canBeMadeUp, makeUpOffers, makeUpUntil } from '#domain/attendance/make-ups.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { Refusal } from '#server/http/refusal.ts';
import { candidatesFor, engagementsOf, serviceOf, type missedSession } from './make-ups.rows.ts';

type Row = Awaited<ReturnType<ReturnType<typeof missedSession>['executeTakeFirstOrThrow']>>;

/** What could make up for a session that a client missed, and what does already. Refuses a session that nothing can make up for. */
export async function offersFor(row: Row, context: Context) {
  const { db, now, zone, settings } = context;
  if (row.session_id === null || row.starts_at === null || row.program_id === null) throw new Refusal('session-unknown');
  const missed = {
    sessionId: row.session_id,
    programId: row.program_id,
    service: serviceOf(row.service),
    startsAt: row.starts_at,
    cancelledByProgram: row.cancelled_because !== null,
    status: row.status === 'booked' ? null : row.status,
  };
  if (!canBeMadeUp(missed))
    throw new Refusal('wrong-state', 'Only a session that was missed, excused or cancelled by the program can be made up for.');
  const today = dayAt(now, zone);
  const until = makeUpUntil(missed, settings.makeUpDays, zone);
  const candidates = await candidatesFor(db, missed, { from: dayAt(missed.startsAt, zone), to: until });
  const engaged = await engagementsOf(db, row.client_id, { from: addDays(today, -1), to: addDays(until, 1) });
  return {
    candidates,
    until,
    booked: row.made_up_by,
    offers: makeUpOffers(missed, candidates, engaged, { now, zone, days: settings.makeUpDays }),
  };
}
