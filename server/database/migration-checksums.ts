import { createHash } from 'node:crypto';
import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * What a migration tells PostgreSQL, as one checksum: of its compiled statements and not of its source, so that a file may move or be formatted
 * anew. A migration whose statements depend on what a query answers can't be told from another; so none does.
 */
export async function checksumOf(migration: Migration): Promise<string> {
  const checksum = createHash('sha256');
  const nowhere = new Kysely<unknown>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
    log: ({ query: { sql, parameters } }) => void checksum.update(JSON.stringify([sql, parameters])),
  });
  await migration.up(nowhere);
  return checksum.digest('hex');
}
