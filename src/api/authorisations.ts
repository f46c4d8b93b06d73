import { authorisations as entries } from '#contract/authorisations.ts';
import { callsOf } from './client.ts';

export const authorisations = callsOf(entries);
