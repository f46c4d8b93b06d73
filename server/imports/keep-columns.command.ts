import type { Contract } from '#contract/index.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { refuseField } from '#server/http/refusal.ts';
import { changedRows } from './changed-rows.ts';
import { theseRows } from './import-rows.rows.ts';
import { keepColumns } from './import-rows.store.ts';
import { openRows } from './imports.guards.ts';

/** Settles which of a row's changes are made; those named stay as Cairn has them. */
export const keep: Procedure<Contract['imports']['keep']> = async ({ importId, row, columns }, context) => {
  const { db } = context;
  const { batch, rows } = await openRows(context, importId, row, false);
  const [one] = rows;
  const unknown = columns.find((column) => one?.changes?.every((change) => change.column !== column) ?? true);
  if (one?.state !== 'update' || unknown !== undefined) throw refuseField('columns', 'The row changes no such column.');
  await keepColumns(db, importId, row, columns);
  return changedRows(context, batch, await theseRows(db, importId, rows));
};
