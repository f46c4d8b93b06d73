import { authorizations as entries } from '#contract/episodes-authorizations.ts';
import { callsOf } from './client.ts';

export const authorizations = callsOf(entries);
