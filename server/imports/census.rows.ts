import { sql } from 'kysely';
import type { Actor } from '#server/access/actor.ts';
import { clientsOf } from '#server/access/client-scope.ts';
import type { Database } from '#server/database/pool.ts';
import type { Batch } from './batches.ts';

type Missing = {
  readonly client_id: string;
  readonly first_name: string;
  readonly last_name: string;
  readonly preferred_name: string | null;
  readonly chart_number: string;
  readonly therapist: string | null;
  /** Which of all of them it is, by name, and how many they are. */
  readonly number: number;
  readonly total: number;
};

const missingAPage = 100;

/** A number as numbers are compared everywhere: without capitals. `bare` is it without the zeros that a spreadsheet drops. */
const bare = (number: ReturnType<typeof sql.ref>) => sql`regexp_replace(${number}, '^0+(?=[0-9])', '')`;

/**
 * People in care whom a census doesn't name, in the programs of those whom it does name. Somebody is named by their number, by the number of a chart
 * that was merged into theirs, or by their number without its zeros where nobody has that one. A question and never an answer: somebody may be missing
 * because they left, because the other system has another number for them, or because the export was cut off. Whoever asks hears of clients
 * whom they may open: one page of them, behind a client; from the beginning where that one is missing no more.
 */
export const missingFrom = (db: Database, actor: Actor, batch: Batch, after: string | null) =>
  db
    .selectFrom(
      sql<Missing>`(with numbered as materialized (select missing.*, (count(*) over ())::integer as total,
          (row_number() over (order by sort_name, client_id))::integer as number from (${everybodyMissing(db, actor, batch)}) missing)
        select * from numbered where number > coalesce((select behind.number from numbered behind where behind.client_id = ${after}::uuid), 0)
        order by number limit ${missingAPage})`.as('listed'),
    )
    .selectAll();

function everybodyMissing(db: Database, actor: Actor, batch: Batch) {
  const from = batch.mapping?.columns.find(({ column }) => column === 'chart_number')?.from ?? null;
  const at = from === null ? 0 : batch.header.indexOf(from) + 1;
  const [written, number] = [sql.ref('row_number.number'), sql.ref('chart.number')];
  return db
    .with(
      (cte) => cte('row_number').materialized(),
      (own) =>
        own
          .selectFrom('import_row')
          .select(sql<string>`lower(trim(coalesce(fixes ->> 'chart_number', cells[${sql.lit(at)}])))`.as('number'))
          .distinct()
          .where('import_id', '=', batch.id)
          .where('state', '<>', 'skipped'),
    )
    .with(
      (cte) => cte('chart').materialized(),
      (own) =>
        own
          .selectFrom('client')
          .select([sql<string>`coalesce(superseded_by, id)`.as('surviving'), sql<string>`lower(chart_number)`.as('number')]),
    )
    .with(
      (cte) => cte('named').materialized(),
      (own) =>
        own
          .selectFrom('chart')
          .innerJoin('row_number', 'row_number.number', 'chart.number')
          .select('chart.surviving as client_id')
          .union(
            own
              .selectFrom('chart')
              .innerJoin('row_number', (join) => join.on(sql<boolean>`${bare(written)} = ${bare(number)}`))
              .select('chart.surviving as client_id')
              .where(({ not, exists, selectFrom }) =>
                not(exists(selectFrom('chart as exact').select('exact.surviving').whereRef('exact.number', '=', 'row_number.number'))),
              ),
          ),
    )
    .selectFrom('client')
    .innerJoin('episode', (join) =>
      join.onRef('episode.organization_id', '=', 'client.organization_id').onRef('episode.client_id', '=', 'client.id'),
    )
    .leftJoin('staff', (join) =>
      join.onRef('staff.organization_id', '=', 'episode.organization_id').onRef('staff.id', '=', 'episode.therapist_id'),
    )
    .select([
      'client.id as client_id',
      'client.sort_name',
      'first_name',
      'last_name',
      'preferred_name',
      'chart_number',
      'staff.name as therapist',
    ])
    .where(clientsOf(actor))
    .where('episode.closed_on', 'is', null)
    .where('client.superseded_by', 'is', null)
    .where('episode.program_id', 'in', (own) =>
      own
        .selectFrom('episode as other')
        .innerJoin('named', 'named.client_id', 'other.client_id')
        .select('other.program_id')
        .where('other.closed_on', 'is', null),
    )
    .where('client.id', 'not in', (own) => own.selectFrom('named').select('named.client_id'))
    .where(sql<boolean>`${batch.mapping?.census === true && at > 0}::boolean`);
}
