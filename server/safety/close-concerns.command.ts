import type { Contract } from '#contract/index.ts';
import { closeProblem } from '#domain/safety/close-concern.ts';
import { closeProblemWords } from '#domain/safety/words.ts';
import { latestMoment } from '#server/clock.ts';
import { clientFor } from '#server/clients/clients.guards.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { Refusal, refuseField } from '#server/http/refusal.ts';
import { closeConcerns } from './safety-concerns.store.ts';

/** Closes concerns with a signed statement of what was done. */
export const close: Procedure<Contract['safetyConcerns']['close']> = async ({ clientId, concernIds, summary, at }, context) => {
  const { db, actor, now, record } = context;
  await clientFor(db, actor, clientId);
  const wanted = [...new Set(concernIds)];
  const open = await db
    .selectFrom('safety_concern')
    .select(['id', 'opened_at', 'closed_at'])
    .where('client_id', '=', clientId)
    .where('id', 'in', wanted)
    .forUpdate()
    .execute();
  if (open.length < wanted.length) throw refuseField('concernIds', 'This client has no such concern. Load the page again.');
  if (open.some(({ closed_at }) => closed_at !== null))
    throw new Refusal('wrong-state', 'Somebody closed this concern already. Load the page again to read what was done.');
  const latest = open.map(({ opened_at }) => opened_at).reduce((a, b) => (a > b ? a : b));
  const problem = closeProblem(summary, at, latest, latestMoment(now));
  if (problem !== null) throw refuseField(...closeProblemWords[problem]);
  await closeConcerns(context, clientId, wanted, { at, summary });
  await record.changed('safety-concerns', [clientId]);
  return { closed: wanted.length };
};
