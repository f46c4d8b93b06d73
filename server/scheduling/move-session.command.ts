import type { Contract } from '#contract/index.ts';
import { dayAt } from '#domain/calendar/calendar.ts';
import { hoursOn } from '#domain/scheduling/meetings.ts';
import { hoursProblems } from '#domain/scheduling/session-rules.ts';
import { hoursProblemMessage } from '#domain/scheduling/words.ts';
import { sessionWarnings } from '#domain/scheduling/warnings-words.ts';
import { clientsBookedIn } from '#server/attendance/bookings.rows.ts';
import { setBookingDay } from '#server/attendance/bookings.store.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { Refusal } from '#server/http/refusal.ts';
import { freeSlots } from '#server/screen-plans/screen-slots.store.ts';
import { leaderNamed } from './leaders.guards.ts';
import { sessionClashes } from './session-clashes.rows.ts';
import { refuseMarked, sessionToEdit } from './sessions.guards.ts';
import { changeSession } from './sessions.store.ts';

/** Moves one session to another day or time with everybody who is booked in it. Refused where it is cancelled or attendance was taken. */
export const moveSession: Procedure<Contract['sessions']['move']> = async ({ sessionId, on, startsAt, endsAt }, context) => {
  const { db, zone, record } = context;
  const session = await sessionToEdit(sessionId, context);
  if (session.cancelled_because !== null) throw new Refusal('wrong-state', 'It is cancelled. Restore it first, then move it.');
  await refuseMarked(db, sessionId, 'It was held when it was. Only a session without marks can be moved.');
  const problems = hoursProblems({ startsAt, endsAt, breakMinutes: session.break_minutes });
  if (problems.length > 0)
    throw new Refusal(
      'input-invalid',
      undefined,
      problems.map((one) => ({ field: 'endsAt', message: hoursProblemMessage(one) })),
    );
  const hours = hoursOn(on, startsAt, endsAt, zone);
  const leaderId = session.substitute_id ?? session.leader_id;
  const leader = await leaderNamed(db, leaderId);
  const clientIds = await clientsBookedIn(db, [sessionId]);
  const clashes = await sessionClashes(db, {
    sessionId,
    programId: session.program_id,
    siteId: session.site_id,
    staffId: leaderId,
    clientIds,
    on,
    ...hours,
    zone,
  });
  if (on !== session.session_on) {
    await setBookingDay(db, sessionId, on);
    await freeSlots(db, [sessionId], on);
  }
  const when = { session_on: dayAt(hours.startsAt, zone), starts_at: hours.startsAt, ends_at: hours.endsAt, times_known: true, kept: true };
  const version = await changeSession(db, sessionId, when);
  await record.changed('sessions', clientIds);
  return { version, warnings: sessionWarnings({ ...clashes, on, leader }, zone) };
};
