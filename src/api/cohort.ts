import { cohort as entries } from '#contract/cohort.ts';
import { callsOf } from './client.ts';

export const cohort = callsOf(entries);
