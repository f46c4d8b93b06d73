import { panels as entries } from '#contract/panels.ts';
import { callsOf } from './client.ts';

export const panels = callsOf(entries);
