import type { FileNote } from '#domain/imports/file-shape.ts';
import type { columnsSeen } from '#domain/imports/columns-seen.ts';
import { insertRows } from '#server/database/insert-rows.ts';
import type { Database } from '#server/database/pool.ts';
import type { CsvRecord } from './csv/records.ts';

type Seen = {
  readonly rows: number;
  readonly columns: ReturnType<ReturnType<typeof columnsSeen>['seen']>;
  readonly notes: readonly FileNote[];
};

/** Keeps rows of a file as they stand in it, before anything is known of them. */
export const insertFileRows = (
  db: Database,
  { organizationId, importId }: { readonly organizationId: string; readonly importId: string },
  records: readonly CsvRecord[],
): Promise<void> =>
  insertRows(
    db,
    'import_row',
    records.map(({ row, line, cells }) => ({
      organization_id: organizationId,
      import_id: importId,
      row,
      line,
      cells: [...cells],
      state: 'read',
      kept_columns: [],
    })),
  );

/** Keeps how many rows a file had, what was seen in its columns, and how it was read. */
export async function keepSeen(db: Database, importId: string, { rows, columns, notes }: Seen): Promise<void> {
  await db
    .updateTable('import_batch')
    .set({ rows, columns_seen: JSON.stringify(columns), notes: JSON.stringify(notes) })
    .where('id', '=', importId)
    .execute();
}
