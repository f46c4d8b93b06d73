import { sql, type Kysely, type KyselyPlugin } from 'kysely';
import type { Migration } from 'kysely/migration';
import { systemClock } from '#server/clock.ts';
import { reach } from './failpoints.ts';
import { checksumOf } from './migration-checksums.ts';
import type { Database } from './pool.ts';

/** The migrations as they are run: each as the role that owns the tables, with its checksum written down in the same transaction. */
export const recorded = (migrations: Readonly<Record<string, Migration>>): Record<string, Migration> =>
  Object.fromEntries(Object.entries(migrations).map(([name, migration]) => [name, { up: (db) => recordedUp(db, name, migration) }]));

async function recordedUp(db: Kysely<unknown>, name: string, migration: Migration): Promise<void> {
  await sql`select set_config('cairn.moment', ${systemClock().toISOString()}, true)`.execute(db);
  await sql`create table if not exists migration_checksum (name text primary key, checksum text not null)`.execute(db);
  await sql`select set_config('role', pg_get_userbyid(c.relowner), true) from pg_class c where c.oid = to_regclass('organization')`.execute(
    db,
  );
  await migration.up(db.withPlugin(failAtTables));
  await sql`select set_config('role', 'none', true)`.execute(db);
  await sql`insert into migration_checksum (name, checksum) values (${name}, ${await checksumOf(migration)})`.execute(db);
}

/** Each table that a migration makes is a place at which tests kill the server. */
const failAtTables: KyselyPlugin = {
  transformQuery: ({ node }) => {
    if (node.kind === 'RawNode' && node.sqlFragments[0]?.startsWith('create table') === true) reach('migration');
    return node;
  },
  transformResult: ({ result }) => Promise.resolve(result),
};

/** Refuses a database whose tables were made by other statements than those that this version has under the same name. */
export async function refuseChanged(db: Database, migrations: Readonly<Record<string, Migration>>): Promise<void> {
  const { rows } = await sql<{ name: string; checksum: string }>`select name, checksum from migration_checksum order by name`.execute(db);
  for (const { name, checksum } of rows) {
    const migration = migrations[name];
    if (migration !== undefined && (await checksumOf(migration)) !== checksum)
      throw new Error(
        `The database was made by a migration ${name} that has been changed since. Start the version of Cairn that made the database, or restore a back-up of this version.`,
      );
  }
}
