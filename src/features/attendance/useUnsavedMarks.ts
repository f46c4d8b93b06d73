import { unsavedCount } from './roster-draft.ts';
import { useRosterDraft } from './useRosterDraft.ts';

/** How many people's marks are on this screen and nowhere else. */
export const useUnsavedMarks = (sessionId: string): number => unsavedCount(useRosterDraft(sessionId).draft);
