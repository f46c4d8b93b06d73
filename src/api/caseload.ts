import { caseload as entries } from '#contract/caseload.ts';
import { callsOf } from './client.ts';

export const caseload = callsOf(entries);
