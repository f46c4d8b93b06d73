import { useEffect, useState } from 'react';
import { useDraft } from '#api/drafts.ts';
import { emptyDraft, unsavedCount, type LogDraft } from './log-draft.ts';

/** Outlives the page, so that an answer which comes back after the lock changes what is there now, and not what was there then. */
type Latest = { readonly read: () => LogDraft; readonly write: (draft: LogDraft) => void };
type Kept = { readonly draft: LogDraft; readonly latest: Latest };

function newLatest(): Latest {
  let latest = emptyDraft;
  return { read: () => latest, write: (draft) => void (latest = draft) };
}

const isEmpty = (draft: LogDraft): boolean =>
  unsavedCount(draft) === 0 &&
  draft.batch === null &&
  draft.added.length === 0 &&
  Object.keys(draft.setDown).length === 0 &&
  draft.panelId === null &&
  draft.lot === null;

export type ChangeDraft = (change: (draft: LogDraft) => LogDraft) => void;

/** What is on the page and nowhere else. Closing the window with rows in it asks first. */
export function useLogDraft(sessionId: string): { readonly draft: LogDraft; readonly change: ChangeDraft } {
  const { draft: kept, keep } = useDraft<Kept>(`cup-log ${sessionId}`);
  const [own] = useState(newLatest);
  const latest = kept?.latest ?? own;
  const draft = kept?.draft ?? emptyDraft;
  const unsaved = unsavedCount(draft) > 0;

  // Only the browser can stop a window from being closed.
  useEffect(() => {
    if (!unsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [unsaved]);

  const change: ChangeDraft = (changeOf) => {
    const next = changeOf(latest.read());
    latest.write(next);
    keep(isEmpty(next) ? null : { draft: next, latest });
  };
  return { draft, change };
}
