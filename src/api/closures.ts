import { closures as entries } from '#contract/scheduling-closures.ts';
import { callsOf } from './client.ts';

export const closures = callsOf(entries);
