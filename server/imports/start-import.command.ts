import type { Contract } from '#contract/index.ts';
import { registersOnly } from '#server/access/import-scope.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { Refusal } from '#server/http/refusal.ts';
import { workAfterwards } from './import-worker.ts';
import { openImport } from './imports.guards.ts';
import { importShown } from './imports.rows.ts';
import { changeImport } from './imports.store.ts';

/** Begins to write the rows that are ready. */
export const start: Procedure<Contract['imports']['start']> = async ({ importId }, context) => {
  const { db, actor, now, record } = context;
  const batch = await openImport(context, importId);
  const { counts } = await importShown(db, actor, importId);
  const waiting = registersOnly(actor) ? counts.update : 0;
  const of_rows = counts.ready + counts.update - waiting;
  if (of_rows === 0)
    throw new Refusal(
      'wrong-state',
      waiting > 0 ? 'What is left would change what is stored. A director takes it in.' : 'No row is ready to go in.',
    );
  const run = { runs: batch.runs + 1, done: 0, of_rows, run_by: actor.staffId, run_at: now, heartbeat_at: now };
  await changeImport(db, importId, { ...run, state: 'importing', attempts: 0, version: batch.version + 1 });
  await record.changed('imports', []);
  workAfterwards(context, importId);
  return importShown(db, actor, importId);
};
