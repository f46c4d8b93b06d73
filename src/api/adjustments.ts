import { adjustments as entries } from '#contract/adjustments.ts';
import { callsOf } from './client.ts';

export const adjustments = callsOf(entries);
