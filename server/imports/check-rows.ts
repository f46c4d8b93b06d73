import type { Instant } from '#domain/calendar/calendar.ts';
import type { Database } from '#server/database/pool.ts';
import { markChanged } from '#server/http/audit-trail.ts';
import { importContextFor } from './import-context.rows.ts';
import { readingOf } from './batches.ts';
import { lockBatch, workingImporter } from './imports.guards.ts';
import { changeImport } from './imports.store.ts';
import { keepFound } from './import-rows.store.ts';
import { settledRows } from './settle-rows.ts';

const rowsPerBatch = 250;

/** Checks the next few rows of an import and writes nothing of them. Answers whether there are more. */
export async function checkRows(db: Database, organizationId: string, importId: string, now: Instant): Promise<boolean> {
  const batch = await lockBatch(db, importId);
  if (batch?.state !== 'checking') return false;
  const rows = await db
    .selectFrom('import_row')
    .selectAll()
    .where('import_id', '=', importId)
    .where('row', '>', batch.at_row)
    .where('part_of', 'is', null)
    .orderBy('row')
    .limit(rowsPerBatch)
    .execute();
  const importContext = await importContextFor(db, organizationId, now, await workingImporter(db, batch));
  // Another reading of the columns begins anew: what was typed for the last one is gone.
  const asTheyCame = rows.map((row) => ({ ...row, fixes: null }));
  const { found } = await settledRows(importContext, batch, readingOf(batch, importContext), asTheyCame, batch.at_row);
  await keepFound(
    db,
    batch,
    found.map((one) => ({ ...one, kept_columns: keptAtFirst(one.changes), fixes: {} })),
  );
  const done = batch.done + rows.length;
  const more = rows.length === rowsPerBatch;
  await changeImport(db, importId, {
    done,
    at_row: rows.at(-1)?.row ?? batch.at_row,
    heartbeat_at: now,
    attempts: 0,
    ...(more ? {} : { state: 'checked', version: batch.version + 1 }),
  });
  if (!more) await markChanged(db, organizationId, ['imports']);
  return more;
}

/** What a person marked here stays, unless somebody says that the file knows better. */
const keptAtFirst = (changes: readonly { readonly column: string; readonly setByHand: boolean }[] | null): readonly string[] => [
  ...new Set((changes ?? []).filter(({ setByHand }) => setByHand).map(({ column }) => column)),
];
