import { useCallback, useSyncExternalStore } from 'react';

const drafts = new Map<string, unknown>();
const listeners = new Set<() => void>();

const listen = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

const tell = () => {
  for (const listener of listeners) listener();
};

/**
 * What a person is typing, kept in memory alone, so that it survives the lock and a visit to another page.
 * Nothing of it reaches the browser's storage, and signing out forgets it. `draft` is null where there is none.
 */
export function useDraft<T>(key: string): { draft: T | null; keep: (draft: T | null) => void } {
  const draft = useSyncExternalStore(listen, () => (drafts.get(key) ?? null) as T | null);
  const keep = useCallback(
    (next: T | null) => {
      if (next === null) drafts.delete(key);
      else drafts.set(key, next);
      tell();
    },
    [key],
  );
  return { draft, keep };
}

export function forgetDrafts(): void {
  drafts.clear();
  tell();
}

export const hasDrafts = (): boolean => drafts.size > 0;
