import type { Contract } from '#contract/index.ts';
import { lockClients } from '#server/clients/clients.guards.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { Refusal } from '#server/http/refusal.ts';
import { requestToAnswer } from './ending.guards.ts';
import { answerEndingRequest } from './ending-requests.store.ts';

/** Takes an ending back that waits for a second signature: withdrawn by whoever asked, or declined by whom it was asked of. */
export const withdrawEnding: Procedure<Contract['episodes']['withdrawEnding']> = async ({ clientId, requestId, why }, context) => {
  const { actor, record } = context;
  await lockClients(context, [clientId]);
  const request = await requestToAnswer(context, clientId, requestId);
  const answers = new Map([
    [request.requested_by, 'withdrawn'],
    [request.second_signer, 'declined'],
  ] as const);
  const answer = answers.get(actor.staffId);
  if (answer === undefined) throw new Refusal('not-your-role', 'Whoever asked for it withdraws this, or whom it was asked of declines.');
  await answerEndingRequest(context, requestId, answer, why ?? null);
  await record.changed('episodes', [clientId]);
  return {};
};
