import { Refusal } from '#server/http/refusal.ts';

/**
 * Refuses a change of something that somebody else changed since the caller saw it: `seen` is the version that came with the request.
 * Where the caller can word what is stored now, the refusal carries it.
 */
export function refuseStale(stored: { readonly version: number }, seen: number | null, now?: string): void {
  if (stored.version === seen) return;
  throw new Refusal('stale', now === undefined ? undefined : `Somebody changed this while you had it open. It now says: ${now}.`);
}
