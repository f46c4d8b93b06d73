import { locations as entries } from '#contract/programs.ts';
import { callsOf } from './client.ts';

export const locations = callsOf(entries);
