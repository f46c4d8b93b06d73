import { sql } from 'kysely';
import type { Contract } from '#contract/index.ts';
import type { Procedure } from '#server/http/endpoint-handler.ts';
import { Refusal } from '#server/http/refusal.ts';
import { dependents } from './dependents.rows.ts';
import { dependenceWords, undoWords } from './dependents-words.ts';
import { importFor } from './imports.guards.ts';
import { importShown } from './imports.rows.ts';
import { rowsIn } from './import-rows.rows.ts';
import { takeBack } from './rollback.store.ts';

const mostNamed = 20;

/**
 * Takes back what an import wrote within its day, in one transaction: what is new goes, what was changed is as it was. Where something was built on a row,
 * nothing is taken back unless `leaveDependents` leaves such rows as they are.
 */
export const undo: Procedure<Contract['imports']['undo']> = async ({ importId, leaveDependents }, { db, actor, now, record }) => {
  const batch = await importFor(db, actor, importId, true);
  if ((batch.state !== 'in' && batch.state !== 'failed') || batch.undo_until === null || batch.undo_until <= now)
    throw new Refusal('wrong-state', undoWords.over);
  // A file of tens of thousands of rows takes longer than a page may.
  await sql`set local statement_timeout = '120s'`.execute(db);
  const rows = await rowsIn(db, importId);
  const stays = await dependents(db, importId, rows);
  const named = [...stays]
    .map(([row, dependence]) => ({ row, message: dependenceWords(dependence) }))
    .toSorted((one, other) => one.row - other.row);
  const gone = named.length > 0 && !leaveDependents ? [] : rows.filter(({ row }) => !stays.has(row));
  if (named.length === 0 || leaveDependents) await takeBack(db, batch, gone, { by: actor.staffId, at: now }).catch(refusedWhereNeeded);
  await record.changed('everything', [...new Set(gone.flatMap(({ client_id }) => client_id ?? []))]);
  return {
    import: await importShown(db, actor, importId),
    undone: gone.length,
    dependents: named.slice(0, mostNamed),
    dependentRows: named.length,
  };
};

/** A table that nobody thought of refers to something: the database says so, and nothing is taken back. */
function refusedWhereNeeded(error: unknown): never {
  const needed = error instanceof Error && 'code' in error && error.code === '23503';
  throw needed ? new Refusal('wrong-state', undoWords.elsewhere) : error;
}
