import { screenPlans as entries } from '#contract/screen-plans.ts';
import { callsOf } from './client.ts';

export const screenPlans = callsOf(entries);
