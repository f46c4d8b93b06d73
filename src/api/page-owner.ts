import type { QueryClient } from '@tanstack/react-query';
import { forgetDrafts } from './drafts.ts';

/** The header by which a page says for whom it was drawn, so that nothing is sent from it in another's name. */
export const ownerHeader = 'x-cairn-person';

let ownerId: string | null = null;

/** For whom this page was drawn; null before anybody signed in on it. */
export const pageOwner = (): string | null => ownerId;

/** Takes everything off this page: what was typed, what was answered, and for whom. */
export function emptyPage(cache: QueryClient): void {
  ownerId = null;
  forgetDrafts();
  cache.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' });
  cache.getMutationCache().clear();
}

/** Somebody is signed in. Answers whether the page was another's until now, in which case it is emptied first. */
export function admitOwner(cache: QueryClient, staffId: string): boolean {
  const replaced = ownerId !== null && ownerId !== staffId;
  if (replaced) emptyPage(cache);
  ownerId = staffId;
  return replaced;
}
