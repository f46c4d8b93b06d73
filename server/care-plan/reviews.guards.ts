import { clientsOf } from '#server/access/endpoint-policy.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { Refusal } from '#server/http/refusal.ts';

/** The client's open episode, held until the transaction ends, so that two people can't move one client on twice. */
export async function lockEpisode(clientId: string, { db, actor }: Pick<Context, 'db' | 'actor'>) {
  const client = await db
    .selectFrom('client')
    .select('client.id')
    .where('client.id', '=', clientId)
    .where(clientsOf(actor))
    .forUpdate()
    .executeTakeFirst();
  if (client === undefined) throw new Refusal('client-unknown');
  const episode = await db
    .selectFrom('episode')
    .select(['id', 'opened_on'])
    .where('client_id', '=', clientId)
    .where('closed_on', 'is', null)
    .executeTakeFirst();
  if (episode === undefined) throw new Refusal('episode-closed');
  return episode;
}
