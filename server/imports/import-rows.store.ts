import type { SpecimenIndexes } from './csv/results.ts';
import { sql } from 'kysely';
import type { ImportRowState } from '#domain/imports/imports.ts';
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

/** Keeps which columns of a row stay as they are stored here. */
export async function keepColumns(db: Database, importId: string, row: number, columns: readonly string[]): Promise<void> {
  await db
    .updateTable('import_row')
    .set({ kept_columns: [...columns] })
    .where('import_id', '=', importId)
    .where('row', '=', row)
    .execute();
}

/** Forgets the rows of an import but for those of a state, and answers how many there were. */
export async function deleteRows(db: Database, importId: string, butFor: ImportRowState | null): Promise<number> {
  const rows = db.deleteFrom('import_row').where('import_id', '=', importId);
  const { numDeletedRows } = await (butFor === null ? rows : rows.where('state', '<>', butFor)).executeTakeFirst();
  return Number(numDeletedRows);
}

/** Rows that were taken back are left out, and wrote nothing. */
export async function undoRows(db: Database, importId: string, rows: readonly number[]): Promise<void> {
  await sql`update import_row set state = 'skipped', written = null, in_at = null where import_id = ${importId}::uuid and row = any(${rows}::integer[])`.execute(
    db,
  );
}

/**
 * Notes which rows are parts of one specimen: those of one key or, without a key, those whose cells agree in the other columns, under the first of them.
 * Null undoes that. Answers how many specimens there are.
 */
export async function gatherRows(db: Database, importId: string, columns: SpecimenIndexes | null): Promise<number | null> {
  await db.updateTable('import_row').set({ part_of: null }).where('import_id', '=', importId).where('part_of', 'is not', null).execute();
  if (columns === null) return null;
  const cell = (at: number) => sql`lower(trim(coalesce(cells[${sql.lit(at + 1)}], '')))`;
  const key = columns.key === null ? sql`''` : cell(columns.key);
  const others = columns.others.map((at) => sql`case when ${key} = '' then ${cell(at)} end`);
  await sql`update import_row r set part_of = f.first from (select row, min(row) over (partition by ${sql.join([key, ...others])}) as first from import_row
    where import_id = ${importId}::uuid) f where r.import_id = ${importId}::uuid and r.row = f.row and f.first <> r.row`.execute(db);
  const { specimens } = await db
    .selectFrom('import_row')
    .select(({ fn }) => fn.countAll<number>().as('specimens'))
    .where('import_id', '=', importId)
    .where('part_of', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(specimens);
}
