import type { Database } from '#server/database/pool.ts';
import type { ImportContext } from './storing/import-context.ts';
import { readingOf, type Batch } from './batches.ts';
import { keepFound, settledRows, type ImportRow } from './import-rows.rows.ts';

/** Puts a typed value in the place of a cell of these rows and checks them again, by themselves and against the others. Answers them as they now are. */
export async function mended(
  importContext: ImportContext,
  batch: Batch,
  rows: readonly ImportRow[],
  column: string,
  value: string,
): Promise<ImportRow[]> {
  const withFix = rows.map((row) => ({ ...row, fixes: { ...row.fixes, [column]: value } }));
  return checkedAgain(importContext, batch, withFix);
}

/** Checks rows again: those that were put right, and those that were left out and are wanted after all. */
export async function checkedAgain(importContext: ImportContext, batch: Batch, rows: readonly ImportRow[]): Promise<ImportRow[]> {
  const { db } = importContext;
  const { found } = await settledRows(importContext, batch, readingOf(batch), rows);
  await keepFound(db, batch, found);
  for (const { row, fixes } of rows.filter((one) => one.fixes !== null))
    await db
      .updateTable('import_row')
      .set({ fixes: JSON.stringify(fixes) })
      .where('import_id', '=', batch.id)
      .where('row', '=', row)
      .execute();
  return theseRows(db, batch.id, rows);
}

export const theseRows = (db: Database, importId: string, rows: readonly { readonly row: number }[]): Promise<ImportRow[]> =>
  db
    .selectFrom('import_row')
    .selectAll()
    .where('import_id', '=', importId)
    .where(
      'row',
      'in',
      rows.map(({ row }) => row),
    )
    .orderBy('row')
    .execute();
