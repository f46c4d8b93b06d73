import { clientsOf } from '#server/access/client-scope.ts';
import type { Database } from '#server/database/pool.ts';
import type { Actor } from '#server/access/actor.ts';
import { clientsInEpisodes } from '#server/episodes/clients-in-episodes.rows.ts';

/** The client with their open episode, or the latest where none is open. */
export const clientOnPage = (db: Database, actor: Actor, clientId: string) =>
  clientsInEpisodes(db)
    .select(['client.pronouns', 'episode.closed_because'])
    .where('client.id', '=', clientId)
    .where(clientsOf(actor))
    .orderBy('episode.opened_on', 'desc')
    .limit(1);

export type ClientOnPage = Awaited<ReturnType<ReturnType<typeof clientOnPage>['executeTakeFirstOrThrow']>>;
