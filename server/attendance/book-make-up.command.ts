import type { Contract } from '#contract/index.ts';
import { lockClients } from '#server/clients/clients.guards.ts';
import { found } from '#server/database/not-found.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { Refusal, refuseField } from '#server/http/refusal.ts';
import { lockSessions } from '#server/scheduling/sessions.guards.ts';
import { book } from './bookings.store.ts';
import { offersFor } from './make-ups.guards.ts';
import { missedSession } from './make-ups.rows.ts';

/** Books a client into a session that makes up for one that they missed. */
export const bookMakeUp: Procedure<Contract['sessions']['bookMakeUp']> = async ({ clientId, sessionId, with: withId }, context) => {
  const { db, actor, record } = context;
  // One make-up for one client at a time, and the last seat of a session is given once.
  await lockSessions(db, [sessionId, withId]);
  await lockClients(context, [clientId]);
  const { offers, booked } = await offersFor(found(await missedSession(context, clientId, sessionId).executeTakeFirst()), context);
  if (booked !== null) throw new Refusal('wrong-state', 'A make-up for this session is booked already.');
  const chosen = offers.find((one) => one.sessionId === withId);
  if (chosen === undefined) throw refuseField('with', 'That session can’t make up for this one any more. Choose another.');
  const { on, telehealth } = chosen;
  await book(db, { organizationId: actor.organizationId, sessionId: withId, clientId, on, telehealth, makesUp: sessionId, changed: null });
  await record.changed('sessions', [clientId]);
  return { sessionId: withId, on };
};
