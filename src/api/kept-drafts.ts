import { useEffect, useState } from 'react';
import { useDraft } from './drafts.ts';

/** Outlives the page, so that an answer which comes back after the lock changes what is there now, and not what was there then. */
type Latest<T> = { readonly read: () => T; readonly write: (draft: T) => void };
type Kept<T> = { readonly draft: T; readonly latest: Latest<T> };

export type ChangeDraft<T> = (change: (draft: T) => T) => void;

type DraftRules<T> = {
  readonly empty: T;
  /** Nothing is worth keeping. */
  readonly isEmpty: (draft: T) => boolean;
  /** How many rows would be lost with the page. */
  readonly unsaved: (draft: T) => number;
};

function newLatest<T>(empty: T): Latest<T> {
  let latest = empty;
  return { read: () => latest, write: (draft) => void (latest = draft) };
}

/** What is on a page and nowhere else, kept over the lock and visits to other pages. Closing the window with rows in it asks first. */
export function useKeptDraft<T>(key: string, rules: DraftRules<T>): { readonly draft: T; readonly change: ChangeDraft<T> } {
  const { draft: kept, keep } = useDraft<Kept<T>>(key);
  const [own] = useState(() => newLatest(rules.empty));
  const latest = kept?.latest ?? own;
  const draft = kept?.draft ?? rules.empty;
  const unsaved = rules.unsaved(draft) > 0;

  // Only the browser can stop a window from being closed.
  useEffect(() => {
    if (!unsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [unsaved]);

  const change: ChangeDraft<T> = (changeOf) => {
    const next = changeOf(latest.read());
    latest.write(next);
    keep(rules.isEmpty(next) ? null : { draft: next, latest });
  };
  return { draft, change };
}
