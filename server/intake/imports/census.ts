import { sql, type SelectQueryBuilder } from 'kysely';
import type { Database } from '#server/database/pool.ts';
import type { Batch } from './batches.ts';

type Missing = {
  readonly client_id: string;
  readonly first_name: string;
  readonly last_name: string;
  readonly preferred_name: string | null;
  readonly chart_number: string;
  readonly therapist: string | null;
};

/**
 * People in care whom a census doesn't name, in the programs of those whom it does name. A question and never an answer: somebody may be missing because
 * they left, because the other system has another number for them, or because the export was cut off.
 */
export function missingFrom(db: Database, batch: Batch): SelectQueryBuilder<never, never, Missing> {
  const from = batch.mapping?.columns.find(({ column }) => column === 'chart_number')?.from ?? null;
  const at = from === null ? 0 : batch.header.indexOf(from) + 1;
  const named = db
    .selectFrom('import_row')
    .select(sql<string>`coalesce(fixes ->> 'chart_number', trim(cells[${sql.lit(at)}]))`.as('chart_number'))
    .where('import_id', '=', batch.id)
    .where('state', '<>', 'skipped');
  const programs = db
    .selectFrom('episode as named_episode')
    .innerJoin('client as named_client', (join) =>
      join
        .onRef('named_client.organization_id', '=', 'named_episode.organization_id')
        .onRef('named_client.id', '=', 'named_episode.client_id'),
    )
    .select('named_episode.program_id')
    .where('named_episode.closed_on', 'is', null)
    .where('named_client.chart_number', 'in', named);
  return db
    .selectFrom('client')
    .innerJoin('episode', (join) =>
      join.onRef('episode.organization_id', '=', 'client.organization_id').onRef('episode.client_id', '=', 'client.id'),
    )
    .leftJoin('staff', (join) =>
      join.onRef('staff.organization_id', '=', 'episode.organization_id').onRef('staff.id', '=', 'episode.therapist_id'),
    )
    .select(['client.id as client_id', 'first_name', 'last_name', 'preferred_name', 'chart_number', 'staff.name as therapist'])
    .where('episode.closed_on', 'is', null)
    .where('client.superseded_by', 'is', null)
    .where('episode.program_id', 'in', programs)
    .where('chart_number', 'not in', named)
    .where(sql<boolean>`${batch.mapping?.census === true && at > 0}::boolean`)
    .orderBy('last_name')
    .limit(500) as unknown as SelectQueryBuilder<never, never, Missing>;
}
