import type { Contract } from '#contract/index.ts';
import { lockClients } from '#server/clients/clients.guards.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { closeEpisode } from './close-episode.ts';
import { refuseClosed, refuseEnding, refuseSigning, requestToAnswer } from './ending.guards.ts';
import { answerEndingRequest } from './ending-requests.store.ts';
import { episodeFor } from './episodes.guards.ts';

/** The second signature, in the signer's own session. Whether the episode may end is looked at again, as of now. */
export const signEnding: Procedure<Contract['episodes']['signEnding']> = async ({ clientId, requestId }, context) => {
  await lockClients(context, [clientId]);
  const request = await requestToAnswer(context, clientId, requestId);
  const episode = await episodeFor(context, clientId, request.episode_id);
  refuseClosed(episode);
  await refuseSigning(context, request, episode);
  await refuseEnding(context, episode, request.ending, true);
  const signedBy = { first: request.requested_by, second: context.actor.staffId };
  await answerEndingRequest(context, requestId, 'signed', null);
  await closeEpisode(context, { clientId, episodeId: episode.id, ending: request.ending, signedBy });
  await context.record.changed('episodes', [clientId]);
  return {};
};
