import { sessions as entries } from '#contract/scheduling-sessions.ts';
import { callsOf } from './client.ts';

export const sessions = callsOf(entries);
