import type { Contract } from '#contract/index.ts';
import type { ProceduresOf } from '#server/http/endpoint-handler.ts';
import { followProgram } from './follow-program.command.ts';
import { screenPlan } from './screen-plan.query.ts';
import { setPlan } from './set-screen-plan.command.ts';

export const screenPlans: ProceduresOf<Contract['screenPlans']> = { one: screenPlan, set: setPlan, followProgram };
