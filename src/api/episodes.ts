import { episodes as entries } from '#contract/episodes.ts';
import { callsOf } from './client.ts';

export const episodes = callsOf(entries);
