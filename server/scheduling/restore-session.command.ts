import type { Contract } from '#contract/index.ts';
import { clientsBookedIn } from '#server/attendance/bookings.rows.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { Refusal } from '#server/http/refusal.ts';
import { sessionToEdit } from './sessions.guards.ts';
import { changeSession } from './sessions.store.ts';

/** Held after all, on a day of a closure too; a later change of the meeting leaves it then. */
export const restoreSession: Procedure<Contract['sessions']['restore']> = async ({ sessionId }, context) => {
  const { db, record } = context;
  const session = await sessionToEdit(sessionId, context);
  if (session.cancelled_because === null) throw new Refusal('wrong-state', 'It isn’t cancelled.');
  const keep = session.closure_id !== null || session.kept;
  const version = await changeSession(db, sessionId, { cancelled_because: null, closure_id: null, kept: keep });
  await record.changed('sessions', await clientsBookedIn(db, [sessionId]));
  return { version, warnings: [] };
};
