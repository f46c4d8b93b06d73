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
