import { signIn as entries } from '#contract/identity.ts';
import { callsOf } from './client.ts';

export const signIn = callsOf(entries);
