import { authorizations as entries } from '#contract/authorisations.ts';
import { callsOf } from './client.ts';

export const authorizations = callsOf(entries);
