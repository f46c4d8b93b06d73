import { useDraft } from '#api/drafts.ts';
import { useKeptDraft, type ChangeDraft as Change } from '#api/kept-drafts.ts';
import type { CurrentRow } from '#ui/current-row.ts';
import { emptyDraft, unsavedCount, type LogDraft } from './log-draft.ts';

const isEmpty = (draft: LogDraft): boolean =>
  unsavedCount(draft) === 0 &&
  draft.batch === null &&
  draft.added.length === 0 &&
  Object.keys(draft.setDown).length === 0 &&
  draft.panelId === null &&
  draft.lot === null &&
  draft.watcher === '';

export type ChangeDraft = Change<LogDraft>;

/** What is on the page and nowhere else. Closing the window with rows in it asks first. */
export const useLogDraft = (sessionId: string): { readonly draft: LogDraft; readonly change: ChangeDraft } =>
  useKeptDraft(`cup-log ${sessionId}`, { empty: emptyDraft, isEmpty, unsaved: unsavedCount });

/** The row that somebody was on, kept as long as what they typed: whoever comes back goes on there. */
export function useLogRow(sessionId: string): { readonly current: CurrentRow | null; readonly goTo: (row: CurrentRow) => void } {
  const { draft, keep } = useDraft<CurrentRow>(`cup-log row ${sessionId}`);
  return { current: draft, goTo: keep };
}
