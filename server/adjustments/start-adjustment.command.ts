import type { Contract } from '#contract/index.ts';
import { clientFor, inCare } from '#server/clients/clients.guards.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { openByHand } from './open-by-hand.ts';

/** Starts an adjustment that no screen asked for. */
export const start: Procedure<Contract['adjustments']['start']> = async ({ clientId, trigger, about }, context) => {
  await clientFor(context.db, context.actor, clientId);
  await inCare(clientId, context);
  const opened = await openByHand(clientId, { trigger, about, followsId: null, analytes: [] }, context);
  await context.record.changed('adjustments', [clientId]);
  return opened;
};
