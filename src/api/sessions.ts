import { sessions as entries } from '#contract/sessions.ts';
import { callsOf } from './client.ts';

export const sessions = callsOf(entries);
