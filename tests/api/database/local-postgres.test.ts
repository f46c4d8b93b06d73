import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openFolder } from '#kit/open-folder.ts';
import { localPostgres, type LocalPostgres } from '#server/database/local-postgres.ts';
import { migrate } from '#server/database/migrate.ts';
import { migrations } from '#server/database/migrations/index.ts';
import { databaseOn, poolAt, type Database } from '#server/database/pool.ts';
import { ensureDatabase } from '#server/installation.ts';

const silent = () => undefined;

let folder: string;
let running: LocalPostgres;
beforeAll(async () => {
  folder = await openFolder('cairn-local-');
  running = await localPostgres({ folder: join(folder, 'pg'), log: silent });
});
afterAll(async () => {
  await running.stop();
  await rm(folder, { recursive: true, force: true });
});

const onDatabase = async <T>(name: string, work: (db: Database) => Promise<T>): Promise<T> => {
  await ensureDatabase(running.address('postgres'), name);
  const db = databaseOn(poolAt(running.address(name), 2));
  try {
    return await work(db);
  } finally {
    await db.destroy();
  }
};

test('a server that is already running is adopted, and a Cairn that is still connected keeps it running', async () => {
  const pool = poolAt(running.address('postgres'), 1);
  await pool.query('select 1');
  const second = await localPostgres({ folder: join(folder, 'pg'), log: silent });
  expect(second.adopted).toBe(true);
  await second.stop();
  expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  await pool.end();
});

test('it listens on no port, only on a socket in a folder that is its own', async () => {
  const pool = poolAt(running.address('postgres'), 1);
  const { rows } = await pool.query<{ setting: string }>(`select setting from pg_settings where name = 'listen_addresses'`);
  await pool.end();
  expect(rows).toEqual([{ setting: '' }]);
});

test('a folder whose socket path would be too long still works', async () => {
  const deep = join(folder, 'a'.repeat(90));
  const server = await localPostgres({ folder: deep, log: silent });
  expect(Buffer.byteLength(String(server.address('postgres').host))).toBeLessThan(90);
  await server.stop();
});

test('a server killed with all its work is started again from its folder', async () => {
  const directory = join(folder, 'killed');
  const first = await localPostgres({ folder: directory, log: silent });
  const pool = poolAt(first.address('postgres'), 1);
  const { rows } = await pool.query<{ pid: number }>(`select pg_backend_pid() as pid, (pg_read_file('postmaster.pid')) as file`);
  const postmaster = Number.parseInt(String((rows[0] as unknown as { file: string }).file), 10);
  process.kill(postmaster, 'SIGKILL');
  await pool.end().catch(silent);
  const again = await localPostgres({ folder: directory, log: silent });
  expect(again.adopted).toBe(false);
  await again.stop();
});

describe('what can’t be used is said, with the way out', () => {
  test('a folder of another major version', async () => {
    const directory = join(folder, 'older');
    const made = await localPostgres({ folder: directory, log: silent });
    await made.stop();
    await writeFile(join(directory, 'cluster', 'PG_VERSION'), '9\n');
    await expect(localPostgres({ folder: directory, log: silent })).rejects.toThrow(
      /belongs to PostgreSQL 9.*take a back-up, and restore/s,
    );
  });

  test('a folder that is a file', async () => {
    await writeFile(join(folder, 'file'), '');
    await expect(localPostgres({ folder: join(folder, 'file', 'pg'), log: silent })).rejects.toThrow(
      /Choose another folder with CAIRN_HOME/,
    );
  });

  test('a server that would lose an acknowledged result', async () => {
    const directory = join(folder, 'unsafe');
    const server = await localPostgres({ folder: directory, log: silent, settings: ['fsync=off'] });
    const db = databaseOn(poolAt(server.address('postgres'), 1));
    await expect(migrate(db)).rejects.toThrow(/fsync=off, so a saved result could be lost\. Set fsync=on/);
    await db.destroy();
    await server.stop();
  });

  test('a database made by a newer Cairn', () =>
    onDatabase('newer', async (db) => {
      await migrate(db);
      await db.executeQuery({
        sql: `insert into kysely_migration (name, timestamp) values ('9999-from-the-future', '2030-01-01')`,
        parameters: [],
        query: { kind: 'RawNode', sqlFragments: [], parameters: [] },
        queryId: { queryId: 'future' },
      });
      await expect(migrate(db)).rejects.toThrow(/newer Cairn/);
    }));
});

test('three that migrate the same database at once take turns', () =>
  onDatabase('race', async (db) => {
    const others = [1, 2].map(() => databaseOn(poolAt(running.address('race'), 2)));
    await expect(Promise.all([db, ...others].map(migrate))).resolves.toHaveLength(3);
    const { rows } = await db.executeQuery<{ name: string }>({
      sql: 'select name from kysely_migration order by name',
      parameters: [],
      query: { kind: 'RawNode', sqlFragments: [], parameters: [] },
      queryId: { queryId: 'names' },
    });
    expect(rows.map(({ name }) => name)).toEqual(Object.keys(migrations));
    await Promise.all(others.map((other) => other.destroy()));
  }));
