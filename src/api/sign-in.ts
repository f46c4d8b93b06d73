import { signIn as entries } from '#contract/sign-in.ts';
import { callsOf } from './client.ts';

export const signIn = callsOf(entries);
