import type { Contract } from '#contract/index.ts';
import { laterResultProblems } from '#domain/adjustments/steps-words.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { refuseField, Refusal } from '#server/http/refusal.ts';
import { adjustmentSeen, momentGiven } from './adjustment-steps.guards.ts';
import { stepTaken } from './adjustment-steps.store.ts';
import { correctionsOf } from './corrections.rows.ts';
import { shareCorrections } from './later-results.store.ts';

/** Records what the client was told of a correction of what somebody had acted on. */
export const shareCorrection: Procedure<Contract['adjustments']['shareCorrection']> = async (input, context) => {
  const row = await adjustmentSeen(input, context);
  const waiting = ((await correctionsOf(context.db, [row.client_id])).get(row.id) ?? []).filter(({ sharedAt }) => sharedAt === null);
  if (waiting.length === 0) throw new Refusal('wrong-state', laterResultProblems.nothingToShare);
  const at = momentGiven(input.at, context);
  if ((await shareCorrections(context, row.id, { at, note: input.note })) === 0)
    throw refuseField('at', laterResultProblems.beforeCorrection);
  return stepTaken(row, {}, context);
};
