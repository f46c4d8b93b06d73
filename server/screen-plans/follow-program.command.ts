import type { Contract } from '#contract/index.ts';
import { planProblems } from '#domain/screen-plans/words.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { Refusal } from '#server/http/refusal.ts';
import { planToChange } from './screen-plans.guards.ts';
import { writePlan } from './write-plan.ts';

/** Gives a client with a plan of their own back to the program's. */
export const followProgram: Procedure<Contract['screenPlans']['followProgram']> = async ({ clientId, why }, context) => {
  const plan = await planToChange(clientId, context);
  if (plan.per_week === null) throw new Refusal('wrong-state', planProblems.followsAlready);
  const version = plan.version + 1;
  await writePlan(context, clientId, { version, rate: null, why });
  await context.record.changed('screen-plans', [clientId]);
  return { version };
};
