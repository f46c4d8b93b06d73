import type { Contract } from '#contract/index.ts';
import { isGapTooShort } from '#domain/screen-plans/screen-plans.ts';
import { planProblems } from '#domain/screen-plans/words.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { refuseField } from '#server/http/refusal.ts';
import { planToChange, refuseUnknownPanel } from './screen-plans.guards.ts';
import { writePlan } from './write-plan.ts';

/** Gives a client a plan of their own, with its reason. */
export const setPlan: Procedure<Contract['screenPlans']['set']> = async ({ clientId, perWeek, maxGapDays, panelId, why }, context) => {
  const plan = await planToChange(clientId, context);
  if (isGapTooShort({ perWeek, maxGapDays })) throw refuseField('maxGapDays', planProblems.gapTooShort(maxGapDays));
  await refuseUnknownPanel(panelId, context);
  const version = plan.version + 1;
  await writePlan(context, clientId, { version, rate: { perWeek, maxGapDays, panelId }, why });
  await context.record.changed('screen-plans', [clientId]);
  return { version };
};
