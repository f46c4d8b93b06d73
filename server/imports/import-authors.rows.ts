import { sql } from 'kysely';
import type { ImportAuthor } from '#domain/imports/imports.ts';
import type { Database } from '#server/database/pool.ts';

/** Imports as the authors of changes, by their ids. */
export async function importAuthors(db: Database, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, ImportAuthor>> {
  const wanted = [...new Set(ids.flatMap((id) => id ?? []))];
  if (wanted.length === 0) return new Map();
  const rows = await db
    .selectFrom('import_batch as batch')
    .leftJoin('import_source as source', (join) =>
      join.onRef('source.organization_id', '=', 'batch.organization_id').onRef('source.id', '=', 'batch.source_id'),
    )
    .leftJoin('staff', (join) => join.onRef('staff.organization_id', '=', 'batch.organization_id').onRef('staff.id', '=', 'batch.run_by'))
    .select(['batch.id', 'source.name as source', 'staff.name as by'])
    .where('batch.id', '=', sql<string>`any(${wanted}::uuid[])`)
    .execute();
  return new Map(rows.map(({ id, source, by }) => [id, { source, by }]));
}
