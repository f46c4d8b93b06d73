import { sql } from 'kysely';
import type { Instant } from '#domain/calendar/calendar.ts';
import type { Written } from '#domain/imports/imports.ts';
import type { Database } from '#server/database/pool.ts';
import { Refusal } from '#server/http/refusal.ts';
import { intakeFor, imported, type Batch } from './batches.ts';
import { dependents } from './dependents.rows.ts';
import { dependenceWords, undoWords } from './dependents-words.ts';
import { setFields } from './changes.ts';

export type Undone = {
  readonly undone: number;
  readonly dependents: readonly { readonly row: number; readonly message: string }[];
  readonly clientIds: readonly string[];
};

/** Rows that are taken back by one statement: a connection on which the database works in silence for long is taken for lost. */
const batchSize = 250;

/**
 * Takes back what an import wrote within its day, in one transaction: what is new goes, what was changed is as it was. Where something was built on a row,
 * nothing is taken back unless `leaveDependents` leaves such rows as they are.
 */
export async function takenBack(db: Database, batch: Batch, leaveDependents: boolean, now: Instant): Promise<Undone> {
  if (batch.state !== 'in' || batch.undo_until === null || batch.undo_until <= now) throw new Refusal('wrong-state', undoWords.over);
  // A file of tens of thousands of rows takes longer than a page may.
  await sql`set local statement_timeout = '120s'`.execute(db);
  const rows = await rowsIn(db, batch.id);
  const stays = await dependents(db, batch.id, rows);
  const because = [...stays]
    .map(([row, dependence]) => ({ row, message: dependenceWords(dependence) }))
    .toSorted((one, other) => one.row - other.row);
  if (because.length > 0 && !leaveDependents) return { undone: 0, dependents: because, clientIds: [] };
  const gone = rows.filter(({ row }) => !stays.has(row));
  for (const { written } of gone.toReversed())
    for (const { table, id, clientId, was } of written.toReversed())
      if (was !== null) await setFields(db, batch.organization_id, { table, id, clientId, to: was });
  const numbers = gone.map(({ row }) => row);
  // What was taken in later may rest on what was taken in before it, never the other way round.
  for (let at = numbers.length; at > 0; at -= batchSize)
    await sql`select undo_import(${batch.id}::uuid, ${numbers.slice(Math.max(0, at - batchSize), at)}::integer[])`
      .execute(db)
      .catch(refusedWhereNeeded);
  if (numbers.length > 0)
    await sql`update import_row set state = 'skipped', written = null, in_at = null where import_id = ${batch.id}::uuid and row = any(${numbers}::integer[])`.execute(
      db,
    );
  await imported(db, batch.organization_id, intakeFor(batch.kind).noun);
  return { undone: gone.length, dependents: because, clientIds: [...new Set(gone.flatMap(({ client_id }) => client_id ?? []))] };
}

type InRow = { readonly row: number; readonly client_id: string | null; readonly written: readonly Written[] };

async function rowsIn(db: Database, importId: string): Promise<readonly InRow[]> {
  const rows = await db
    .selectFrom('import_row')
    .select(['row', 'client_id', 'written'])
    .where('import_id', '=', importId)
    .where('state', '=', 'in')
    .where('written', 'is not', null)
    // As they were taken in.
    .orderBy('sorted_by', (order) => order.asc().nullsFirst())
    .orderBy('row')
    .execute();
  return rows.map(({ written, ...row }) => ({ ...row, written: written ?? [] }));
}

/** A table that nobody thought of refers to something: the database says so, and nothing is taken back. */
function refusedWhereNeeded(error: unknown): never {
  const needed = error instanceof Error && 'code' in error && error.code === '23503';
  throw needed ? new Refusal('wrong-state', undoWords.elsewhere) : error;
}
