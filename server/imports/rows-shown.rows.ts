import { sql } from 'kysely';
import type { ImportRowState } from '#domain/imports/imports.ts';
import type { Database } from '#server/database/pool.ts';
import type { ImportRow } from './import-rows.rows.ts';
import { firstProblem } from './similar.rows.ts';

export const rowsAPage = 50;

/** Rows of a state after a row, in the order of the file; one more than a page, where there are more. */
export const rowsOf = (db: Database, importId: string, state: ImportRowState, after: number): Promise<ImportRow[]> =>
  db
    .selectFrom('import_row')
    .selectAll()
    .where('import_id', '=', importId)
    .where('state', '=', state)
    .where('row', '>', after)
    .orderBy('row')
    .limit(rowsAPage + 1)
    .execute();

/** The first row of each thing there is to put right. Cells that are empty have to be filled one by one, but for the program. */
export const rowsToFix = async (db: Database, importId: string, after: number): Promise<ImportRow[]> => {
  const separate = sql`case when problems -> 0 ->> 'cell' = '' and coalesce(problems -> 0 ->> 'column', '') not in ('program', 'same_as') then row end`;
  const first = db
    .selectFrom('import_row')
    .select(['row', sql<number>`min(row) over (partition by ${firstProblem}, ${separate})`.as('first')])
    .where('import_id', '=', importId)
    .where('state', '=', 'fix');
  return db
    .with('held', () => first)
    .selectFrom('import_row')
    .selectAll()
    .where('import_id', '=', importId)
    .where('row', 'in', (eb) => eb.selectFrom('held').select('held.row').whereRef('held.row', '=', 'held.first'))
    .where('row', '>', after)
    .orderBy('row')
    .limit(rowsAPage + 1)
    .execute();
};

/** The clients of these ids, as an audited read names them. */
export const clientsNamed = (db: Database, clientIds: readonly string[]) =>
  db
    .selectFrom('client')
    .select('client.id as client_id')
    .where('client.id', '=', sql<string>`any(${[...new Set(clientIds)]}::uuid[])`);
