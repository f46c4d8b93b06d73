import { links as entries } from '#contract/links.ts';
import { callsOf } from './client.ts';

export const links = callsOf(entries);
