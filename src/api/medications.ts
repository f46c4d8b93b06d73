import { medications as entries } from '#contract/medications.ts';
import { callsOf } from './client.ts';

export const medications = callsOf(entries);
