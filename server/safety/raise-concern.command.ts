import type { Contract } from '#contract/index.ts';
import { clientFor, inCare } from '#server/clients/clients.guards.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { notificationGiven } from './notification.guards.ts';
import { insertConcerns } from './safety-concerns.store.ts';

/** Starts the safety clock for what somebody saw or said. */
export const raise: Procedure<Contract['safetyConcerns']['raise']> = async ({ clientId, kind, source, summary, notified }, context) => {
  const { db, actor, now, record } = context;
  await clientFor(db, actor, clientId);
  await inCare(clientId, context);
  const concern = { clientId, kind, source, notified: notificationGiven(notified, context) };
  const [concernId] = await insertConcerns(context, now, [{ ...concern, summary, screenId: null, raisedBy: actor.staffId }]);
  if (concernId === undefined) throw new Error('a concern was not written');
  await record.changed('safety-concerns', [clientId]);
  return { concernId };
};
