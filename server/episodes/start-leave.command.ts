import type { Contract } from '#contract/index.ts';
import { lockClients } from '#server/clients/clients.guards.ts';
import { openEpisode, refuseBeforeOpening } from './episodes.guards.ts';
import { refuseLeave } from './leaves.guards.ts';
import { insertLeave } from './leaves.store.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';

/** Days on which the client is agreed to be away: nothing is prescribed in them and nothing missed. */
export const startLeave: Procedure<Contract['episodes']['startLeave']> = async (input, context) => {
  const { clientId, from, reason } = input;
  const [to, expectedBackOn] = [input.to ?? null, input.expectedBackOn ?? null];
  await lockClients(context, [clientId]);
  const episode = await openEpisode(context, clientId);
  refuseBeforeOpening(episode, from);
  await refuseLeave(context, clientId, { id: null, from, to, expectedBackOn });
  const { id } = await insertLeave(context, clientId, { from, to, expectedBackOn, reason });
  await context.record.changed('episodes', [clientId]);
  return { id };
};
