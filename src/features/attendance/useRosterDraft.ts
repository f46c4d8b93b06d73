import { useKeptDraft, type ChangeDraft } from '#api/kept-drafts.ts';
import { emptyDraft, unsavedCount, type RosterDraft } from './roster-draft.ts';

export type ChangeRoster = ChangeDraft<RosterDraft>;

/** What is marked on the page and nowhere else. Closing the window with marks in it asks first. */
export const useRosterDraft = (sessionId: string): { readonly draft: RosterDraft; readonly change: ChangeRoster } =>
  useKeptDraft(`roster ${sessionId}`, {
    empty: emptyDraft,
    isEmpty: (draft) => unsavedCount(draft) === 0 && draft.batch === null,
    unsaved: unsavedCount,
  });
