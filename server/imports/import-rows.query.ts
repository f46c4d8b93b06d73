import type { Contract } from '#contract/index.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { importContextFor } from './import-context.rows.ts';
import { importFor } from './imports.guards.ts';
import { clientsIn, rowsShown } from './row-view.ts';
import { clientsNamed, rowsAPage, rowsOf, rowsToFix } from './rows-shown.rows.ts';

/** Rows of one state, a page at a time; `fix` answers one row for each thing there is to put right. */
export const rows: Procedure<Contract['imports']['rows']> = async ({ importId, show, after }, { db, actor, now, record }) => {
  const batch = await importFor(db, actor, importId);
  if (batch.mapping === null) return { rows: [], more: false };
  const from = Number(after ?? 0);
  const found = show === 'fix' ? await rowsToFix(db, importId, from) : await rowsOf(db, importId, show === 'fix-each' ? 'fix' : show, from);
  const shown = await rowsShown(await importContextFor(db, actor.organizationId, now, actor), batch, found.slice(0, rowsAPage));
  await record.seen(clientsNamed(db, clientsIn(shown)));
  return { rows: shown, more: found.length > rowsAPage };
};
