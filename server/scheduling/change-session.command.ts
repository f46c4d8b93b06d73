import type { Contract } from '#contract/index.ts';
import { dayAt } from '#domain/calendar/calendar.ts';
import { closureOn, hoursOn } from '#domain/scheduling/meetings.ts';
import { hoursProblems } from '#domain/scheduling/session-rules.ts';
import { hoursProblemMessage } from '#domain/scheduling/words.ts';
import { closuresBetween } from './closures.rows.ts';
import { freeSlots } from './reschedule.store.ts';
import { bookedThen, closedThen, leaderNamed, leadsThen } from './leaders.guards.ts';
import type { ProceduresOf } from '#server/http/endpoint-handler.ts';
import { Refusal, refuseField } from '#server/http/refusal.ts';
import { refuseTaken, saved, sessionToEdit } from './sessions.guards.ts';

type Sessions = ProceduresOf<Contract['sessions']>;

export const cancelSession: Sessions['cancel'] = async ({ sessionId, because }, context) => {
  const session = await sessionToEdit(sessionId, context);
  if (session.cancelled_because !== null) throw new Refusal('wrong-state', 'It is cancelled already.');
  await refuseTaken(context.db, session, 'Cancelling would take it away. Set the marks back to booked first.');
  return saved(context, session, { cancelled_because: because, closure_id: null });
};

/** Held after all, on a day of a closure too; a later change of the meeting leaves it then. */
export const restoreSession: Sessions['restore'] = async ({ sessionId }, context) => {
  const session = await sessionToEdit(sessionId, context);
  if (session.cancelled_because === null) throw new Refusal('wrong-state', 'It isn’t cancelled.');
  return saved(context, session, { cancelled_because: null, closure_id: null, kept: session.closure_id !== null || session.kept });
};

export const substituteLeader: Sessions['substitute'] = async ({ sessionId, staffId }, context) => {
  const { db, zone } = context;
  const session = await sessionToEdit(sessionId, context);
  await leaderNamed(db, staffId, 'staffId');
  if (staffId !== null && staffId === session.leader_id) throw refuseField('staffId', 'They lead it already. Choose somebody else.');
  const warnings = await leadsThen(db, { sessionId, staffId, startsAt: session.starts_at, endsAt: session.ends_at, zone });
  return saved(context, session, { substitute_id: staffId }, warnings);
};

export const moveSession: Sessions['move'] = async ({ sessionId, on, startsAt, endsAt }, context) => {
  const { db, zone } = context;
  const session = await sessionToEdit(sessionId, context);
  if (session.cancelled_because !== null) throw new Refusal('wrong-state', 'It is cancelled. Restore it first, then move it.');
  await refuseTaken(db, session, 'It was held when it was. Only a session without marks can be moved.');
  const problems = hoursProblems({ startsAt, endsAt, breakMinutes: session.break_minutes });
  if (problems.length > 0)
    throw new Refusal(
      'input-invalid',
      undefined,
      problems.map((one) => ({ field: 'endsAt', message: hoursProblemMessage(one) })),
    );
  const hours = hoursOn(on, startsAt, endsAt, zone);
  const closure = closureOn(on, { programId: session.program_id, siteId: session.site_id }, await closuresBetween(db, on, on));
  const booked = await db.selectFrom('attendance').select('client_id').where('session_id', '=', sessionId).execute();
  const clientIds = booked.map(({ client_id }) => client_id);
  const warnings = [
    ...closedThen(on, closure?.label ?? null),
    ...(await leadsThen(db, { sessionId, staffId: session.substitute_id ?? session.leader_id, ...hours, zone })),
    ...(await bookedThen(db, { clientIds, sessionId, ...hours })),
  ];
  if (on !== session.session_on) {
    await db.updateTable('attendance').set({ session_on: on }).where('session_id', '=', sessionId).execute();
    await freeSlots(db, [sessionId], on);
  }
  const when = { session_on: dayAt(hours.startsAt, zone), starts_at: hours.startsAt, ends_at: hours.endsAt, times_known: true, kept: true };
  return saved(context, session, when, warnings);
};
