import type { Contract } from '#contract/index.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { refuseField } from '#server/http/refusal.ts';
import { changedRows } from './changed-rows.ts';
import { importContextFor } from './import-context.rows.ts';
import { openRows } from './imports.guards.ts';
import { checkAgain } from './check-again.ts';

/** Puts a typed value in the place of a cell and checks those rows again, by themselves and against the others. */
export const fix: Procedure<Contract['imports']['fix']> = async ({ importId, row, column, value, similar }, context) => {
  const { batch, rows } = await openRows(context, importId, row, similar);
  if (value === '') throw refuseField('value', 'Write what belongs in this cell, or leave the row out.');
  const importContext = await importContextFor(context.db, context.actor.organizationId, context.now, context.actor);
  const fixed = rows.map((one) => ({ ...one, fixes: { ...one.fixes, [column]: value } }));
  return changedRows(context, batch, await checkAgain(importContext, batch, fixed));
};
