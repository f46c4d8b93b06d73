import type { Context } from '#server/http/endpoint-handler.ts';
import type { Batch } from './batches.ts';
import { importContextFor } from './import-context.rows.ts';
import type { ImportRow } from './import-rows.rows.ts';
import { importShown } from './imports.rows.ts';
import { clientsIn, rowsShown } from './row-view.ts';
import { rowsAPage } from './rows-shown.rows.ts';

/** What a change of rows is answered with: the import's counts, and the first of the rows as they now are. */
export async function changedRows({ db, actor, now, record }: Context, batch: Batch, rows: readonly ImportRow[]) {
  const importContext = await importContextFor(db, actor.organizationId, now, actor);
  const shown = await rowsShown(importContext, batch, rows.slice(0, rowsAPage));
  await record.changed('imports', clientsIn(shown));
  return { import: await importShown(db, actor, batch.id), rows: shown };
}
