import type { Contract } from '#contract/index.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { Refusal } from '#server/http/refusal.ts';
import { workAfterwards } from './import-worker.ts';
import { importFor } from './imports.guards.ts';
import { importShown } from './imports.rows.ts';
import { changeImport, notFailed } from './imports.store.ts';

/** Goes on with an import that failed, from where it stopped. What is in already is not taken in twice. */
export const retry: Procedure<Contract['imports']['retry']> = async ({ importId }, context) => {
  const { db, actor, now, record } = context;
  const { state, failed_in, version } = await importFor(db, actor, importId, true);
  if (state !== 'failed' || failed_in === null) throw new Refusal('wrong-state');
  const by = failed_in === 'importing' ? { run_by: actor.staffId } : {};
  await changeImport(db, importId, { ...notFailed, ...by, state: failed_in, heartbeat_at: now, version: version + 1 });
  await record.changed('imports', []);
  workAfterwards(context, importId);
  return importShown(db, actor, importId);
};
