import type { Contract } from '#contract/index.ts';
import { lockClients } from '#server/clients/clients.guards.ts';
import { openEpisode, refuseBeforeOpening } from './episodes.guards.ts';
import { refuseSameDay } from './prescribed-hours.guards.ts';
import { insertHours } from './prescribed-hours.store.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';

/** Other hours from a day on. What was prescribed before stays as it was. */
export const prescribeHours: Procedure<Contract['episodes']['prescribeHours']> = async ({ clientId, hoursPerWeek, from }, context) => {
  await lockClients(context, [clientId]);
  const episode = await openEpisode(context, clientId);
  refuseBeforeOpening(episode, from);
  await refuseSameDay(context, clientId, null, from);
  const { id } = await insertHours(context, clientId, { hoursPerWeek, from });
  await context.record.changed('episodes', [clientId]);
  return { id };
};
