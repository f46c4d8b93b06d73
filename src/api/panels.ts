import { panels as entries } from '#contract/drug-screens-panels.ts';
import { callsOf } from './client.ts';

export const panels = callsOf(entries);
