import { sql } from 'kysely';
import type { Database } from '#server/database/pool.ts';
import type { ImportRow } from './import-rows.rows.ts';

/** A row's first problem with the cell that it is about, in one text: rows with the same one can be put right together. */
export const firstProblem = sql<string>`concat_ws(chr(31), problems -> 0 ->> 'column', problems -> 0 ->> 'cell', problems -> 0 ->> 'message')`;

export const reasonOf = ({ problems }: Pick<ImportRow, 'problems'>): string => {
  const [first] = problems ?? [];
  return first === undefined ? '' : [first.column, first.cell, first.message].filter((part) => part !== null).join('\u001f');
};

/** Most rows that one press puts right. */
const maxPerBatch = 2_000;

/** A row of an import, and with `alike` the others that are held for the same reason. Empty where there is no such row. */
export async function similarRows(db: Database, importId: string, row: number, similar: boolean): Promise<ImportRow[]> {
  const [one] = await db.selectFrom('import_row').selectAll().where('import_id', '=', importId).where('row', '=', row).execute();
  if (one === undefined || !similar || one.problems === null) return one === undefined ? [] : [one];
  const others = await db
    .selectFrom('import_row')
    .selectAll()
    .where('import_id', '=', importId)
    .where('state', '=', one.state)
    .where('row', '<>', row)
    .where(firstProblem, '=', reasonOf(one))
    .orderBy('row')
    .limit(maxPerBatch - 1)
    .execute();
  return [one, ...others];
}
