import { unsavedCount } from './log-draft.ts';
import { useLogDraft } from './useLogDraft.ts';

/** How many rows of a session are on this screen and nowhere else. */
export const useUnsigned = (sessionId: string): number => unsavedCount(useLogDraft(sessionId).draft);
