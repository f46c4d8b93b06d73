import { clientsOf } from '#server/access/client-scope.ts';
import type { Database } from '#server/database/pool.ts';
import type { Actor } from '#server/access/actor.ts';
import { clientsInEpisodes } from '#server/episodes/clients-in-episodes.rows.ts';
import { isOnCaseload } from './on-caseload.rows.ts';

/** Episodes that an actor answers for, open or with something still owed: their own caseload with those they cover today, or all of their programs. */
export function caseloadOf(db: Database, actor: Actor, whose: 'me' | 'team') {
  const open = clientsInEpisodes(db).where(isOnCaseload).where('client.superseded_by', 'is', null).where(clientsOf(actor));
  if (whose === 'team') return open;
  return open.where('episode.therapist_id', 'in', [actor.staffId, ...(actor.covering ?? [])]);
}

export type CaseloadClient = Awaited<ReturnType<ReturnType<typeof caseloadOf>['executeTakeFirstOrThrow']>>;
