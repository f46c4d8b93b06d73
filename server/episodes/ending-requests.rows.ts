import { clientsOf } from '#server/access/client-scope.ts';
import type { Actor } from '#server/access/actor.ts';
import type { Database } from '#server/database/pool.ts';

const open = (db: Database) =>
  db
    .selectFrom('client')
    .innerJoin('ending_request as request', (join) =>
      join.onRef('request.organization_id', '=', 'client.organization_id').onRef('request.client_id', '=', 'client.id'),
    )
    .innerJoin('staff as requester', (join) =>
      join.onRef('requester.organization_id', '=', 'request.organization_id').onRef('requester.id', '=', 'request.requested_by'),
    )
    .innerJoin('staff as signer', (join) =>
      join.onRef('signer.organization_id', '=', 'request.organization_id').onRef('signer.id', '=', 'request.second_signer'),
    )
    .select(['client.id as client_id', 'client.first_name', 'client.last_name', 'client.preferred_name'])
    .select(['request.id', 'request.episode_id', 'request.ending', 'request.requested_at', 'request.requested_by', 'request.second_signer'])
    .select(['requester.name as requester', 'signer.name as signer'])
    .where('request.answer', 'is', null);

const waitingFor = (db: Database, actor: Actor) =>
  open(db)
    .where(clientsOf(actor))
    .where((eb) => eb.or([eb('request.second_signer', '=', actor.staffId), eb('request.requested_by', '=', actor.staffId)]));

/** Whether anything is on the list of `endingRequestsOf`. */
export const waitsForSignature = async (db: Database, actor: Actor): Promise<boolean> =>
  (await waitingFor(db, actor).limit(1).executeTakeFirst()) !== undefined;

/** Endings that wait for this person's signature, and those of theirs that wait for another's, the longest waiting first. */
export const endingRequestsOf = (db: Database, actor: Actor) =>
  waitingFor(db, actor).orderBy('request.requested_at').orderBy('request.id').limit(100);

/** The ending of a client that waits for a second signature; undefined where none does. */
export const endingRequestFor = (db: Database, clientId: string) => open(db).where('request.client_id', '=', clientId).executeTakeFirst();

export type OpenEndingRequest = NonNullable<Awaited<ReturnType<typeof endingRequestFor>>>;
