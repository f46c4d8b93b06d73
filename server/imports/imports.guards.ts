import type { Database } from '#server/database/pool.ts';
import { found } from '#server/database/not-found.ts';
import type { Actor } from '#server/access/actor.ts';
import { importsOf, type Importer } from '#server/access/import-scope.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { Refusal, refuseField } from '#server/http/refusal.ts';
import type { Batch } from './batches.ts';
import type { ImportRow } from './import-rows.rows.ts';
import { importerOf } from './importer.rows.ts';
import { similarRows } from './similar.rows.ts';

/** An import whose rows this person may see. One that isn't there and one of somebody else are refused alike. */
export async function importFor(db: Database, actor: Actor, importId: string, lock = false): Promise<Batch> {
  const query = db.selectFrom('import_batch').selectAll().where('id', '=', importId).where(importsOf(actor));
  return found(await (lock ? query.forUpdate() : query).executeTakeFirst(), 'import-unknown');
}

/** The import of a worker, held until the transaction ends, so that no two work on it at once. */
export const lockBatch = (db: Database, importId: string): Promise<Batch | undefined> =>
  db.selectFrom('import_batch').selectAll().where('id', '=', importId).forUpdate().executeTakeFirst();

/** Work in the name of somebody who doesn't work here any more. */
export class ImporterLeft extends Error {
  constructor() {
    super('whoever this import is done for left');
  }
}

/** In whose name the server works on an import: nothing is read or written past their reach. Throws `ImporterLeft` where they left. */
export async function workingImporter(db: Database, batch: Batch): Promise<NonNullable<Importer>> {
  const importer = await importerOf(db, batch);
  if (importer === undefined) throw new ImporterLeft();
  return importer;
}

/** An import to go on with, locked: nobody works on it, and it has not been taken back. */
export async function openImport({ db, actor }: Pick<Context, 'db' | 'actor'>, importId: string): Promise<Batch> {
  const batch = await importFor(db, actor, importId, true);
  if (batch.state !== 'checked' && batch.state !== 'in') throw new Refusal('wrong-state');
  return batch;
}

/** A row of an open import that is not in yet, and with `similar` the others that are held for the same reason. */
export async function openRows(
  context: Context,
  importId: string,
  row: number,
  similar: boolean,
): Promise<{ readonly batch: Batch; readonly rows: readonly ImportRow[] }> {
  const batch = await openImport(context, importId);
  const rows = await similarRows(context.db, importId, row, similar);
  if (rows.length === 0 || rows.some(({ state }) => state === 'in'))
    throw refuseField('row', 'This row is in already, or there is no such row.');
  return { batch, rows };
}
