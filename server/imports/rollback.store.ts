import { sql } from 'kysely';
import type { Instant } from '#domain/calendar/calendar.ts';
import type { Written } from '#domain/imports/imports.ts';
import type { Database } from '#server/database/pool.ts';
import { markChanged } from '#server/http/audit-trail.ts';
import type { Batch } from './batches.ts';
import { setFields } from './changed-tables.store.ts';
import { undoRows } from './import-rows.store.ts';
import { changeImport, notFailed } from './imports.store.ts';
import { intakeFor } from './intakes.ts';

/** Rows that are taken back by one statement: a connection on which the database works in silence for long is taken for lost. */
const batchSize = 250;

/** Takes back what rows of an import wrote, given in the order in which they were written. */
export async function takeBack(
  db: Database,
  batch: Batch,
  rows: readonly { readonly row: number; readonly written: readonly Written[] }[],
  undone: { readonly by: string; readonly at: Instant },
): Promise<void> {
  const author = { importId: batch.id, staffId: undone.by, at: undone.at };
  for (const { written } of rows.toReversed())
    for (const { table, id, clientId, was, became } of written.toReversed())
      if (was !== null) await setFields(db, batch.organization_id, { table, id, clientId, was: became, to: was, author });
  const numbers = rows.map(({ row }) => row);
  // What was taken in later may rest on what was taken in before it, never the other way round.
  for (let at = numbers.length; at > 0; at -= batchSize)
    await sql`select undo_import(${batch.id}::uuid, ${numbers.slice(Math.max(0, at - batchSize), at)}::integer[])`.execute(db);
  await markChanged(db, batch.organization_id, [intakeFor(batch.kind).noun]);
  if (numbers.length === 0) return;
  await undoRows(db, batch.id, numbers);
  const undo = { state: 'undone' as const, undone_by: undone.by, undone_at: undone.at, undo_until: null, ...notFailed };
  await changeImport(db, batch.id, { ...undo, in_rows: batch.in_rows - numbers.length, version: batch.version + 1 });
}
