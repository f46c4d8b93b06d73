import type { Contract } from '#contract/index.ts';
import { stepProblems } from '#domain/adjustments/steps-words.ts';
import { naloxoneReasonsOf } from '#domain/safety/naloxone-reasons.ts';
import { projectReadings } from '#server/drug-screens/findings.projection.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { refuseField } from '#server/http/refusal.ts';
import { adjustmentBefore } from './adjustment-steps.guards.ts';
import { stepTaken } from './adjustment-steps.store.ts';
import { naloxoneFactsFor } from './naloxone-facts.rows.ts';

/** Closes an adjustment whose result something accounts for. */
export const explain: Procedure<Contract['adjustments']['explain']> = async (input, context) => {
  const row = await adjustmentBefore('explained', input, context);
  const known = await naloxoneFactsFor(row, context);
  const asksNaloxone = known !== null && naloxoneReasonsOf(known).length > 0;
  if (asksNaloxone && input.naloxone === null && row.naloxone === null) throw refuseField('naloxone', stepProblems.naloxone);
  const explained = {
    explained_at: context.now,
    explained_because: input.because,
    explanation: input.words,
    naloxone: input.naloxone ?? row.naloxone,
  };
  const step = await stepTaken(row, explained, context);
  // What is counted follows what is known: an explained finding is no longer an unexpected one.
  await projectReadings(context, context.actor.organizationId, [row.client_id]);
  return step;
};
