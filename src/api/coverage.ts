import { coverage as entries } from '#contract/coverage.ts';
import { callsOf } from './client.ts';

export const coverage = callsOf(entries);
