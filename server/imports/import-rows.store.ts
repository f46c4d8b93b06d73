import { sql } from 'kysely';
import type { Database } from '#server/database/pool.ts';
import type { Batch } from './batches.ts';
import type { ImportRow } from './import-rows.rows.ts';
import type { Found } from './settle-rows.ts';

/** Keeps what rows were found to be. What they would write is kept only of rows that are in. */
export async function keepFound(
  db: Database,
  batch: Pick<Batch, 'organization_id' | 'id'>,
  found: readonly (Found & {
    readonly kept_columns?: readonly string[];
    readonly in_at?: string | null;
    readonly passed?: number;
    readonly fixes?: object;
  })[],
): Promise<void> {
  if (found.length === 0) return;
  const values = found.map((one) => ({ ...one, written: one.state === 'in' ? one.written : null }));
  await sql`update import_row r set state = v.state, key = v.key, shared_key = v.shared_key, shared_facts = v.shared_facts, sorted_by = v.sorted_by,
      client_id = v.client_id, problems = v.problems, changes = v.changes, written = v.written, in_at = v.in_at,
      kept_columns = coalesce(v.kept_columns, r.kept_columns),
      passed = coalesce(v.passed, r.passed), fixes = coalesce(v.fixes, r.fixes)
    from json_populate_recordset(null::import_row, ${JSON.stringify(values)}) v
    where r.organization_id = ${batch.organization_id} and r.import_id = ${batch.id} and r.row = v.row`.execute(db);
}

/** Keeps what a person typed in the place of cells. */
export async function keepFixes(db: Database, importId: string, rows: readonly Pick<ImportRow, 'row' | 'fixes'>[]): Promise<void> {
  for (const { row, fixes } of rows.filter((one) => one.fixes !== null))
    await db
      .updateTable('import_row')
      .set({ fixes: JSON.stringify(fixes) })
      .where('import_id', '=', importId)
      .where('row', '=', row)
      .execute();
}

/** Leaves rows out. */
export async function skipRows(db: Database, importId: string, rows: readonly Pick<ImportRow, 'row'>[]): Promise<void> {
  const numbers = rows.map(({ row }) => row);
  await db.updateTable('import_row').set({ state: 'skipped' }).where('import_id', '=', importId).where('row', 'in', numbers).execute();
}
