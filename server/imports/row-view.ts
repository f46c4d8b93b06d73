import { problemWords } from '#domain/imports/problem-words.ts';
import { sql } from 'kysely';
import type { RowShown } from '#contract/imports-shown.ts';
import type { ImportRowState } from '#domain/imports/imports.ts';
import type { Database } from '#server/database/pool.ts';
import type { ImportContext } from './storing/import-context.ts';
import { readingOf, type Batch } from './batches.ts';
import type { ImportRow } from './import-rows.rows.ts';
import { firstProblem, similarCounts } from './similar-rows.ts';
import { changeWords } from './change-words.ts';
import { suggestionsFor } from './suggestions.rows.ts';

export const rowsAPage = 50;

/** Columns that say in a few words which row it is. */
const telling = [
  'chart_number',
  'last_name',
  'full_name',
  'first_name',
  'date',
  'opened_on',
  'started_on',
  'from_on',
  'start',
  'title',
  'group',
  'name',
];

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
  const separate = sql`case when problems -> 0 ->> 'cell' = '' and problems -> 0 ->> 'column' is distinct from 'program' then row end`;
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

/** Rows as a person reads them: which it is, what is wrong, what may have been meant, and what it would change. */
export async function rowsShown(importContext: ImportContext, batch: Batch, rows: readonly ImportRow[]): Promise<RowShown[]> {
  const { translation } = readingOf(batch);
  const suggest = await suggestionsFor(importContext, rows);
  const similar = await similarCounts(importContext.db, batch.id, rows);
  return rows.map((row) => {
    const cell = (column: string) => (row.fixes?.[column] ?? translation.cellOf(column, row.cells)).trim();
    return {
      row: row.row,
      line: row.line,
      state: row.state,
      about: telling
        .flatMap((column) => cell(column) || [])
        .slice(0, 5)
        .join(' · ')
        .slice(0, 200),
      clientId: row.state === 'update' || row.state === 'fix' ? row.client_id : null,
      problems: (row.problems ?? []).map((problem) => ({
        column: problem.column,
        cell: problem.cell,
        ...problemWords(problem),
        suggestions: [...suggest(problem)],
      })),
      similar: similar.get(row.row) ?? 0,
      changes: (row.changes ?? []).map((change) => ({
        column: change.column,
        ...changeWords(importContext, change),
        setByHand: change.setByHand,
      })),
      kept: row.kept_columns,
    };
  });
}
