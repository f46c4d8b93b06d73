import { sql, type Kysely } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '#kit/database.ts';
import { migrate } from '#server/database/migrate.ts';
import { checksumOf } from '#server/database/migration-checksums.ts';
import { migrations } from '#server/database/migrations/index.ts';
import type { Database } from '#server/database/pool.ts';

let db: Database;
let drop: () => Promise<void>;
beforeAll(async () => {
  ({ db, drop } = await freshDatabase());
});
afterAll(() => drop());

test('each migration leaves its checksum in the database that it made', async () => {
  const { rows } = await sql<{ name: string; checksum: string }>`select name, checksum from migration_checksum order by name`.execute(db);
  const own = await Promise.all(
    Object.entries(migrations).map(async ([name, migration]) => ({ name, checksum: await checksumOf(migration) })),
  );
  expect(rows).toEqual(own);
});

test('a database that was made by other statements is refused, with what to do', async () => {
  await sql`update migration_checksum set checksum = 'another'`.execute(db);
  await expect(migrate(db)).rejects.toThrow(
    'The database was made by a migration 0001-baseline that has been changed since. Start the version of Cairn that made the database, or restore a back-up of this version.',
  );
});

test('the checksum is of the statements: one more, or another word, changes it', async () => {
  const one = { up: async (on: Kysely<unknown>) => void (await sql`create table one (id integer)`.execute(on)) };
  const other = { up: async (on: Kysely<unknown>) => void (await sql`create table one (id bigint)`.execute(on)) };
  const both = {
    up: async (on: Kysely<unknown>) => {
      await one.up(on);
      await sql`create index on one (id)`.execute(on);
    },
  };
  expect(await checksumOf(one)).toBe(await checksumOf({ up: one.up }));
  expect(new Set([await checksumOf(one), await checksumOf(other), await checksumOf(both)]).size).toBe(3);
});
