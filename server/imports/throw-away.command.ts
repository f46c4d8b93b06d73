import type { Contract } from '#contract/index.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { Refusal } from '#server/http/refusal.ts';
import { deleteRows } from './import-rows.store.ts';
import { importFor } from './imports.guards.ts';
import { changeImport, deleteImport, notFailed } from './imports.store.ts';

/** Forgets a file and the rows that are still held. What is in stays in. */
export const throwAway: Procedure<Contract['imports']['throwAway']> = async ({ importId }, { db, actor, record }) => {
  const batch = await importFor(db, actor, importId, true);
  if (batch.state === 'checking' || batch.state === 'importing') throw new Refusal('wrong-state');
  const discarded = await deleteRows(db, importId, 'in');
  const left = await db.selectFrom('import_row').select('row').where('import_id', '=', importId).limit(1).execute();
  // What is in can still be taken back, so the import that brought it stays in the list.
  if (left.length === 0 && batch.in_rows === 0 && (batch.run_at === null || batch.state === 'failed')) await deleteImport(db, importId);
  else if (batch.state === 'failed') await changeImport(db, importId, { ...notFailed, state: 'in', version: batch.version + 1 });
  await record.changed('imports', []);
  return { left: discarded };
};
