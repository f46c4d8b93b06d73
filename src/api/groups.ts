import { groups as entries } from '#contract/groups.ts';
import { callsOf } from './client.ts';

export const groups = callsOf(entries);
