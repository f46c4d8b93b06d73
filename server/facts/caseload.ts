import { clientsOf } from '../access.ts';
import type { Database } from '../database/pool.ts';
import type { Actor } from '../procedure.ts';
import { clientsInEpisodes } from './clients-in-episodes.ts';

/** Open episodes that an actor answers for: their own caseload, or all of the programs that they work in. */
export function caseloadOf(db: Database, actor: Actor, whose: 'me' | 'team') {
  const open = clientsInEpisodes(db)
    .where('episode.closed_on', 'is', null)
    .where('client.superseded_by', 'is', null)
    .where(clientsOf(actor));
  return whose === 'me' ? open.where('episode.therapist_id', '=', actor.staffId) : open;
}

export type CaseloadClient = Awaited<ReturnType<ReturnType<typeof caseloadOf>['executeTakeFirstOrThrow']>>;
