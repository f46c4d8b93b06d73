import { clientsOf } from '../access.ts';
import type { Database } from '../database/pool.ts';
import type { Actor } from '../procedure.ts';

/** Open episodes that an actor answers for: their own caseload, or all of the programs that they work in. */
export function caseloadOf(db: Database, actor: Actor, whose: 'me' | 'team') {
  const open = db
    .selectFrom('client')
    .innerJoin('episode', (join) => join.onRef('episode.organization_id', '=', 'client.organization_id').onRef('episode.client_id', '=', 'client.id'))
    .leftJoin('care_group', (join) => join.onRef('care_group.organization_id', '=', 'episode.organization_id').onRef('care_group.id', '=', 'episode.group_id'))
    .select([
      'client.id as client_id',
      'client.first_name',
      'client.last_name',
      'client.preferred_name',
      'episode.opened_on',
      'episode.closed_on',
      'care_group.name as group_name',
      'care_group.meets',
      'care_group.weekdays',
    ])
    .where('episode.closed_on', 'is', null)
    .where('client.superseded_by', 'is', null)
    .where(clientsOf(actor));
  return whose === 'me' ? open.where('episode.therapist_id', '=', actor.staffId) : open;
}

export type CaseloadClient = Awaited<ReturnType<ReturnType<typeof caseloadOf>['executeTakeFirstOrThrow']>>;
