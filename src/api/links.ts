import { links as entries } from '#contract/identity-links.ts';
import { callsOf } from './client.ts';

export const links = callsOf(entries);
