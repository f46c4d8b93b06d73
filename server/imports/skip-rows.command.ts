import type { Contract } from '#contract/index.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { changedRows } from './changed-rows.ts';
import { checkAgain } from './check-again.ts';
import { importContextFor } from './import-context.rows.ts';
import { theseRows } from './import-rows.rows.ts';
import { skipRows } from './import-rows.store.ts';
import { openRows } from './imports.guards.ts';

/** Leaves rows out, or takes them back into the list. */
export const skip: Procedure<Contract['imports']['skip']> = async ({ importId, row, similar, skip: leaveOut }, context) => {
  const { db, actor, now } = context;
  const { batch, rows } = await openRows(context, importId, row, similar);
  if (!leaveOut) {
    const importContext = await importContextFor(db, actor.organizationId, now, actor);
    return changedRows(context, batch, await checkAgain(importContext, batch, rows));
  }
  await skipRows(db, importId, rows);
  return changedRows(context, batch, await theseRows(db, importId, rows));
};
