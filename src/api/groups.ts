import { groups as entries } from '#contract/scheduling-groups.ts';
import { callsOf } from './client.ts';

export const groups = callsOf(entries);
