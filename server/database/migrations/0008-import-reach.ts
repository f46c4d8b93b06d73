import { sql, type Kysely } from 'kysely';
import { createAsOwner } from './baseline/roles.ts';

/** The programs that an import could reach when its file was brought; null where it could reach every one, as every import before could. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createAsOwner(db);
  await sql`alter table import_batch add column programs uuid[]`.execute(db);
}
