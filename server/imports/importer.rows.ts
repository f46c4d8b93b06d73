import type { Importer } from '#server/access/import-scope.ts';
import type { Database } from '#server/database/pool.ts';
import type { Batch } from './batches.ts';

/** In whose name the server works on an import: whoever began its run, or brought it. Undefined where they don't work here any more. */
export async function importerOf(db: Database, { run_by, opened_by, state }: Pick<Batch, 'run_by' | 'opened_by' | 'state'>) {
  const row = await db
    .selectFrom('staff')
    .select(['organization_id', 'id', 'name', 'role'])
    .where('id', '=', state === 'importing' ? (run_by ?? opened_by) : opened_by)
    .where('ended_on', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return { organizationId: row.organization_id, staffId: row.id, name: row.name, role: row.role } satisfies Importer;
}
