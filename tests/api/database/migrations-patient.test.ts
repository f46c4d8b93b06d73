import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { upToDateAt } from '#server/database/migrate.ts';
import { migrations } from '#server/database/migrations/index.ts';
import { databaseOn, poolAt, type Database } from '#server/database/pool.ts';
import { recorded } from '#server/database/recorded-migrations.ts';

// While it waits, a PostgreSQL under libfaketime doesn’t see its own timers: there, the limit that our side keeps ends the statement.
const ended = process.env['FAKETIME'] === undefined ? /statement timeout/ : /statement timeout|the database fell silent/;
const limits = { statementMs: 100, idleMs: 100, unresponsiveMs: 200 };
const name = `test_${randomUUID().replaceAll('-', '')}`;
const server = inject('postgres');
const address = { ...server, database: name };
const admin = poolAt({ ...server, database: 'postgres' }, 1);

let older: Database;
let impatient: Database;
beforeAll(async () => {
  await admin.query(`create database ${name}`);
  older = databaseOn(poolAt(address, 2));
  const allButLast = Object.fromEntries(Object.entries(migrations).slice(0, -1));
  await new Migrator({ db: older, provider: { getMigrations: () => Promise.resolve(recorded(allButLast)) } }).migrateToLatest();
  impatient = databaseOn(poolAt(address, 1, limits));
});
afterAll(async () => {
  await older.destroy();
  await impatient.destroy();
  await admin.query(`drop database if exists ${name} with (force)`);
  await admin.end();
});

const waitsForALock = async () =>
  (await sql<object>`select from pg_stat_activity where datname = ${name} and wait_event_type = 'Lock'`.execute(older)).rows.length > 0;
const requested = () => sql`delete from kysely_migration`.execute(impatient);
const done = async () => (await sql<{ count: number }>`select count(*) from kysely_migration`.execute(older)).rows[0]?.count;

test('a migration that waits longer than any request may is waited for, and what is asked afterwards has its limits again', async () => {
  const started = await older.transaction().execute(async (holding) => {
    // The migration comes as far as saying that it is done.
    await sql`lock table kysely_migration in share mode`.execute(holding);
    const migrating = { over: false, database: upToDateAt(address, 1, limits) };
    void migrating.database.catch(() => undefined).finally(() => (migrating.over = true));
    while (!migrating.over && !(await waitsForALock())) await new Promise((next) => setTimeout(next, 10));
    // Each of these waits for its whole time, and the migration for all of them together.
    for (const _ of [1, 2, 3, 4]) await expect(requested()).rejects.toThrow(ended);
    return migrating;
  });
  const database = await started.database;
  expect(await done()).toBe(Object.keys(migrations).length);
  await expect(sql`select pg_sleep(60)`.execute(database)).rejects.toThrow(ended);
  await database.destroy();
});
