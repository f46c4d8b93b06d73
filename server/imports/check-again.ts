import type { Batch } from './batches.ts';
import { readingOf } from './batches.ts';
import type { ImportContext } from './import-context.rows.ts';
import { theseRows, type ImportRow } from './import-rows.rows.ts';
import { keepFixes, keepFound } from './import-rows.store.ts';
import { settledRows } from './settle-rows.ts';

/** Checks rows again: those that were fixed, and those that were left out and are wanted after all. Answers them as they now are. */
export async function checkAgain(importContext: ImportContext, batch: Batch, rows: readonly ImportRow[]): Promise<readonly ImportRow[]> {
  const { db } = importContext;
  const { found } = await settledRows(importContext, batch, readingOf(batch, importContext), rows);
  await keepFound(db, batch, found);
  await keepFixes(db, batch.id, rows);
  return theseRows(db, batch.id, rows);
}
