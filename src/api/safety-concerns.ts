import { safetyConcerns as entries } from '#contract/safety.ts';
import { callsOf } from './client.ts';

export const safetyConcerns = callsOf(entries);
