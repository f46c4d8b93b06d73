import { sql } from 'kysely';
import { clientsOf } from '#server/access/client-scope.ts';
import type { Database } from '#server/database/pool.ts';
import type { Actor } from '#server/access/actor.ts';

/** A client with each of their concerns, newest first; one row without a concern where there is none. */
export const concernsOnRecord = (db: Database, actor: Actor, clientId: string) =>
  db
    .selectFrom('client')
    .leftJoin('safety_concern as concern', (join) =>
      join.onRef('concern.organization_id', '=', 'client.organization_id').onRef('concern.client_id', '=', 'client.id'),
    )
    .leftJoin('screen', (join) =>
      join.onRef('screen.organization_id', '=', 'concern.organization_id').onRef('screen.id', '=', 'concern.screen_id'),
    )
    .leftJoin('staff as raiser', (join) =>
      join.onRef('raiser.organization_id', '=', 'concern.organization_id').onRef('raiser.id', '=', 'concern.raised_by'),
    )
    .leftJoin('staff as notifier', (join) =>
      join.onRef('notifier.organization_id', '=', 'concern.organization_id').onRef('notifier.id', '=', 'concern.recorded_by'),
    )
    .leftJoin('staff as closer', (join) =>
      join.onRef('closer.organization_id', '=', 'concern.organization_id').onRef('closer.id', '=', 'concern.closed_by'),
    )
    .select(['client.id as client_id', 'client.first_name', 'client.last_name', 'client.preferred_name'])
    .select([
      'concern.id',
      'concern.trigger',
      'concern.opened_at',
      'concern.source',
      'concern.source_summary',
      'concern.source_facts',
      'concern.screen_id',
      'concern.notified',
      'concern.notified_at',
    ])
    .select(['concern.closed_at', 'concern.closed_summary', 'screen.collected_on'])
    .select(['raiser.name as raised_by', 'notifier.name as notified_by', 'closer.name as closed_by'])
    .where('client.id', '=', clientId)
    .where(clientsOf(actor))
    .orderBy('concern.opened_at', 'desc')
    .orderBy('concern.id');

/** The kinds of concern that are open for these clients. */
export const runningConcerns = (db: Database, clientIds: readonly string[]) =>
  db
    .selectFrom('safety_concern')
    .select(['client_id', 'trigger'])
    .where((eb) => eb('client_id', '=', sql<string>`any(${clientIds}::uuid[])`))
    .where('closed_at', 'is', null)
    .execute();

export type ConcernOnRecord = Awaited<ReturnType<ReturnType<typeof concernsOnRecord>['executeTakeFirstOrThrow']>>;
