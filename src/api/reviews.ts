import { reviews as entries } from '#contract/reviews.ts';
import { callsOf } from './client.ts';

export const reviews = callsOf(entries);
