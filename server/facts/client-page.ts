import { clientsOf } from '../access.ts';
import type { Database } from '../database/pool.ts';
import type { Actor } from '../procedure.ts';
import { clientsInEpisodes } from './clients-in-episodes.ts';

/** The client with their open episode, or the latest where none is open. */
export const clientOnPage = (db: Database, actor: Actor, clientId: string) =>
  clientsInEpisodes(db)
    .select(['client.pronouns', 'episode.closed_because'])
    .where('client.id', '=', clientId)
    .where(clientsOf(actor))
    .orderBy('episode.opened_on', 'desc')
    .limit(1);

export type ClientOnPage = Awaited<ReturnType<ReturnType<typeof clientOnPage>['executeTakeFirstOrThrow']>>;
