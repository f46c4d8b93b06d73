import type { Contract } from '#contract/index.ts';
import { laterResultProblems, stepProblems } from '#domain/adjustments/steps-words.ts';
import { isContact } from '#domain/clients/contact-attempts.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { refuseField, Refusal } from '#server/http/refusal.ts';
import { adjustmentSeen, momentGiven } from './adjustment-steps.guards.ts';
import { stepTaken } from './adjustment-steps.store.ts';
import { attachedOf } from './attached-results.rows.ts';
import { insertResultContact } from './later-results.store.ts';

/** Records the contact in which results that attached after the signature were spoken of. */
export const speakOfLaterResults: Procedure<Contract['adjustments']['speakOfLaterResults']> = async (input, context) => {
  const row = await adjustmentSeen(input, context);
  if (!isContact({ method: input.method, reached: true })) throw refuseField('method', stepProblems.oneWay);
  const waiting = ((await attachedOf(context.db, [row.client_id])).get(row.id) ?? []).filter(({ answeredAt }) => answeredAt === null);
  const [first] = waiting;
  if (first === undefined) throw new Refusal('wrong-state', laterResultProblems.nothingWaits);
  const at = momentGiven(input.at, context);
  if (at < first.attachedAt) throw refuseField('at', stepProblems.beforeOpening);
  await insertResultContact(context, { clientId: row.client_id, adjustmentId: row.id, at, method: input.method, note: input.note });
  return stepTaken(row, {}, context);
};
