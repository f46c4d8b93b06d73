import type { Context } from '#server/http/endpoint-handler.ts';
import { Refusal } from '#server/http/refusal.ts';

/** The open episode of a client who is held already, or the refusal that there is none. */
export async function openEpisode({ db }: Pick<Context, 'db'>, clientId: string) {
  const episode = await db
    .selectFrom('episode')
    .selectAll()
    .where('client_id', '=', clientId)
    .where('closed_on', 'is', null)
    .executeTakeFirst();
  if (episode === undefined) throw new Refusal('episode-closed', 'No episode of care is open. Start one first.');
  return episode;
}

/** Refuses a change of something that somebody else changed in the meantime, and says what it is now. */
export function refuseStale(found: { readonly version: number }, seen: number | null, now: string): void {
  if (found.version !== seen) throw new Refusal('stale', `Somebody changed this while you had it open. It now says: ${now}.`);
}

/** A row of the client's that isn't there, or isn't theirs, is refused like the client would be. */
export function found<Row>(row: Row | undefined): Row {
  if (row === undefined) throw new Refusal('client-unknown');
  return row;
}
