import type { Updateable } from 'kysely';
import type { Instant } from '#domain/calendar/calendar.ts';
import { reachedBy, type Importer } from '#server/access/import-scope.ts';
import type { Database, Tables } from '#server/database/pool.ts';

type Opened = { readonly fileName: string; readonly header: readonly string[]; readonly by: NonNullable<Importer>; readonly at: Instant };

/** An import whose columns are not settled and whose rows are still to come. Answers its id. */
export async function insertImport(db: Database, organizationId: string, { fileName, header, by, at }: Opened): Promise<string> {
  const row = { organization_id: organizationId, file_name: fileName, header: [...header], columns_seen: '[]', rows: 0 };
  const { id } = await db
    .insertInto('import_batch')
    .values({ ...row, opened_by: by.staffId, programs: reachedBy(by), opened_at: at })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Writes how far an import is. */
export async function changeImport(db: Database, importId: string, set: Updateable<Tables['import_batch']>): Promise<void> {
  await db.updateTable('import_batch').set(set).where('id', '=', importId).execute();
}

/** What is kept of a failure once somebody decided how it goes on. */
export const notFailed = { failed_in: null, stopped_because: null, attempts: 0 } as const;

/** Forgets an import with every row of it. */
export async function deleteImport(db: Database, importId: string): Promise<void> {
  await db.deleteFrom('import_batch').where('id', '=', importId).execute();
}
