import { Refused } from './client.ts';

const codes: readonly string[] = ['offline', 'unavailable', 'unexpected', 'signed-out', 'locked', 'too-many-tries'];

/** Whether it isn't known, or can't yet be, that what was sent is stored: it waits, and is sent again with its key. */
export const isUndecided = (error: unknown): boolean => !(error instanceof Refused) || codes.includes(error.code);
