import { sql, type Selectable } from 'kysely';
import type { Written } from '#domain/imports/imports.ts';
import type { Database, Tables } from '#server/database/pool.ts';

export type ImportRow = Selectable<Tables['import_row']>;

/** Rows of an import by their numbers, as they are now. */
export const theseRows = (db: Database, importId: string, rows: readonly { readonly row: number }[]): Promise<ImportRow[]> =>
  db
    .selectFrom('import_row')
    .selectAll()
    .where('import_id', '=', importId)
    .where(
      'row',
      'in',
      rows.map(({ row }) => row),
    )
    .orderBy('row')
    .execute();

export type RowIn = { readonly row: number; readonly client_id: string | null; readonly written: readonly Written[] };

/** The rows that are in with what they wrote, in the order in which they were written. */
export async function rowsIn(db: Database, importId: string): Promise<readonly RowIn[]> {
  const rows = await db
    .selectFrom('import_row')
    .select(['row', 'client_id', 'written'])
    .where('import_id', '=', importId)
    .where('state', '=', 'in')
    .where('written', 'is not', null)
    .orderBy('sorted_by', (order) => order.asc().nullsFirst())
    .orderBy('row')
    .execute();
  return rows.map(({ written, ...row }) => ({ ...row, written: written ?? [] }));
}

/** The other rows of specimens that are known by their first ones, in the order of the file. */
export async function partsOf(
  db: Database,
  importId: string,
  rows: readonly { readonly row: number }[],
): Promise<ReadonlyMap<number, ImportRow[]>> {
  const parts = await db
    .selectFrom('import_row')
    .selectAll()
    .where('import_id', '=', importId)
    .where((eb) => eb('part_of', '=', sql<number>`any(${rows.map(({ row }) => row)}::int[])`))
    .orderBy('row')
    .execute();
  return Map.groupBy(parts, ({ part_of }) => part_of ?? 0);
}
