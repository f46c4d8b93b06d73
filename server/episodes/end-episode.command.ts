import type { Contract } from '#contract/index.ts';
import { dayWithYear } from '#domain/calendar/words.ts';
import { signedByTwo, type RequestedEnding } from '#domain/episodes/ending.ts';
import { lockClients } from '#server/clients/clients.guards.ts';
import { refuseStale } from '#server/database/version-check.ts';
import type { Context, Procedure } from '#server/http/endpoint-handler.ts';
import { refuseField } from '#server/http/refusal.ts';
import { closeEpisode } from './close-episode.ts';
import { refuseClosed, refuseEnding, refuseSigner, refuseWhileWaiting } from './ending.guards.ts';
import { endingRequestFor } from './ending-requests.rows.ts';
import { answerEndingRequest, insertEndingRequest } from './ending-requests.store.ts';
import { episodeFor } from './episodes.guards.ts';

/**
 * Ends an episode for a reason that names no test. What an unexpected result asks of the team blocks only 'ended by the program'. A reason that two
 * sign is asked of the second and changes nothing of the episode: it ends when they sign in their own session.
 */
export const end: Procedure<Contract['episodes']['end']> = async (input, context) => {
  const { actor, version, record } = context;
  const { clientId, episodeId, reason } = input;
  await lockClients(context, [clientId]);
  const episode = await episodeFor(context, clientId, episodeId);
  refuseClosed(episode);
  refuseStale(episode, version, `open since ${dayWithYear(episode.opened_on)}`);
  if (!signedByTwo(reason) && input.secondSigner !== undefined)
    throw refuseField('secondSigner', 'This ending is signed by you alone. Take the second signer out.');
  const signer = input.secondSigner === undefined ? null : await refuseSigner(context, clientId, input.secondSigner);
  const ending: RequestedEnding = {
    reason,
    closedOn: input.closedOn,
    note: input.note ?? null,
    linkedTo: input.linkedTo ?? null,
    naloxone: input.naloxone ?? null,
    safety: input.safety ?? null,
  };
  await refuseEnding(context, episode, ending, signer !== null);
  if (input.secondSigner === undefined) {
    await overtakeRequest(context, clientId);
    await closeEpisode(context, { clientId, episodeId, ending, signedBy: { first: actor.staffId, second: null } });
  } else {
    await refuseWhileWaiting(context, clientId);
    await insertEndingRequest(context, { clientId, episode, ending, secondSigner: input.secondSigner });
  }
  await record.changed('episodes', [clientId]);
  return { waitsFor: signer };
};

/** What waited for a signature is answered by the client's leaving otherwise. */
async function overtakeRequest(context: Context, clientId: string): Promise<void> {
  const waiting = await endingRequestFor(context.db, clientId);
  if (waiting !== undefined) await answerEndingRequest(context, waiting.id, 'overtaken', null);
}
