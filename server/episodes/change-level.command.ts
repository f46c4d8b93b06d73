import type { Contract } from '#contract/index.ts';
import { lockClients } from '#server/clients/clients.guards.ts';
import { openEpisode } from './episodes.guards.ts';
import { refuseLevel } from './levels.guards.ts';
import { insertLevel } from './levels.store.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';

/** A change of level is a new span inside the same episode. The level before it ends the day before. */
export const changeLevel: Procedure<Contract['episodes']['changeLevel']> = async ({ clientId, level, from }, context) => {
  await lockClients(context, [clientId]);
  const episode = await openEpisode(context, clientId);
  await refuseLevel(context, episode, { id: 'new', level, from });
  const { id } = await insertLevel(context, { clientId, episodeId: episode.id, level, from });
  await context.record.changed('episodes', [clientId]);
  return { id };
};
