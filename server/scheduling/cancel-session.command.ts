import type { Contract } from '#contract/index.ts';
import { clientsBookedIn } from '#server/attendance/bookings.rows.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { Refusal } from '#server/http/refusal.ts';
import { refuseMarked, sessionToEdit } from './sessions.guards.ts';
import { changeSession } from './sessions.store.ts';

/** Cancels one session by the program. Refused where attendance was taken. */
export const cancelSession: Procedure<Contract['sessions']['cancel']> = async ({ sessionId, because }, context) => {
  const { db, record } = context;
  const session = await sessionToEdit(sessionId, context);
  if (session.cancelled_because !== null) throw new Refusal('wrong-state', 'It is cancelled already.');
  await refuseMarked(db, sessionId, 'Cancelling would take it away. Set the marks back to booked first.');
  const version = await changeSession(db, sessionId, { cancelled_because: because, closure_id: null });
  await record.changed('sessions', await clientsBookedIn(db, [sessionId]));
  return { version, warnings: [] };
};
