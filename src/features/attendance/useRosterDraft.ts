import { useDraft } from '#api/drafts.ts';
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

/** The person that somebody was on, kept as long as what they marked: whoever comes back goes on there. */
export function useRosterRow(sessionId: string): { readonly wasOn: string | null; readonly goTo: (clientId: string) => void } {
  const { draft, keep } = useDraft<string>(`roster row ${sessionId}`);
  return { wasOn: draft, goTo: keep };
}
