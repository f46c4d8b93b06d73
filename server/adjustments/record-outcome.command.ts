import type { Contract } from '#contract/index.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { Refusal } from '#server/http/refusal.ts';
import { adjustmentBefore } from './adjustment-steps.guards.ts';
import { stepTaken } from './adjustment-steps.store.ts';
import { openByHand } from './open-by-hand.ts';

/** Closes an adjustment with what came of it. One that needs more opens the next. */
export const recordOutcome: Procedure<Contract['adjustments']['recordOutcome']> = async ({ outcome, note, ...ids }, context) => {
  const row = await adjustmentBefore('closed', ids, context);
  // An explained result may close by itself, and has no change whose outcome there could be.
  if (row.signed_at === null) throw new Refusal('wrong-state');
  const next =
    outcome === 'needs-more'
      ? await openByHand(row.client_id, { trigger: 'team', about: null, followsId: row.id, analytes: row.analytes }, context)
      : null;
  return { ...(await stepTaken(row, { outcome, outcome_at: context.now, outcome_note: note }, context)), next };
};
