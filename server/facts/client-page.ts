import { clientsOf } from '../access.ts';
import type { Database } from '../database/pool.ts';
import type { Actor } from '../procedure.ts';

/** The client with their open episode, or the latest where none is open. */
export const clientOnPage = (db: Database, actor: Actor, clientId: string) =>
  db
    .selectFrom('client')
    .innerJoin('episode', (join) => join.onRef('episode.organization_id', '=', 'client.organization_id').onRef('episode.client_id', '=', 'client.id'))
    .leftJoin('care_group', (join) => join.onRef('care_group.organization_id', '=', 'episode.organization_id').onRef('care_group.id', '=', 'episode.group_id'))
    .leftJoin('staff', (join) => join.onRef('staff.organization_id', '=', 'episode.organization_id').onRef('staff.id', '=', 'episode.therapist_id'))
    .select([
      'client.id as client_id',
      'client.first_name',
      'client.last_name',
      'client.preferred_name',
      'client.pronouns',
      'client.chart_number',
      'client.born_on',
      'episode.opened_on',
      'episode.closed_on',
      'episode.closed_because',
      'care_group.name as group_name',
      'care_group.meets',
      'care_group.weekdays',
      'staff.name as therapist',
    ])
    .where('client.id', '=', clientId)
    .where(clientsOf(actor))
    .orderBy('episode.opened_on', 'desc')
    .limit(1);

export type ClientOnPage = Awaited<ReturnType<ReturnType<typeof clientOnPage>['executeTakeFirstOrThrow']>>;
