import { changes as entries } from '#contract/changes.ts';
import { callsOf } from './client.ts';

export const changes = callsOf(entries);
