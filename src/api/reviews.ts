import { reviews as entries } from '#contract/care-plan-reviews.ts';
import { callsOf } from './client.ts';

export const reviews = callsOf(entries);
