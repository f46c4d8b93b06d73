import { join } from 'node:path';
import { sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { anInstallation, type Installation } from '#kit/processes.ts';
import { localPostgres } from '#server/database/local-postgres.ts';
import { migrations } from '#server/database/migrations/index.ts';
import { databaseOn, poolAt, type Database } from '#server/database/pool.ts';
import { recorded } from '#server/database/recorded-migrations.ts';
import { ensureDatabase } from '#server/installation.ts';

type Interrupted = { readonly kills: number; readonly halfDone: number; readonly completed: boolean };

/** Every table that a migration adds is a place to die at; more would mean that the server never starts. */
const mostSteps = 400;

/**
 * Kills the server at each `step`-th place of the migrations that follow the first `from`, one start after the other, until a start
 * comes through. A killed start must leave the old schema whole, and the next must need no help.
 */
export async function interrupted(from: number, step: number, log: (line: string) => void): Promise<Interrupted> {
  const installation = await anInstallation();
  try {
    await besideCairn(installation, (db) => migratedUpTo(db, from));
    const before = await besideCairn(installation, schemaOf);
    let [kills, halfDone] = [0, 0];
    for (let index = 1; index <= mostSteps; index += step) {
      const server = await installation.serveUntil(`migration:${index}`).catch(() => null);
      if (server !== null) {
        await server.end('SIGTERM');
        log(`migrations after the first ${from}: killed ${kills} times, ${halfDone} left half done, then completed`);
        return { kills, halfDone, completed: (await besideCairn(installation, schemaOf)).done === Object.keys(migrations).length };
      }
      kills += 1;
      const after = await besideCairn(installation, schemaOf);
      if (after.done !== before.done || after.columns !== before.columns) halfDone += 1;
    }
    return { kills, halfDone, completed: false };
  } finally {
    await installation.remove();
  }
}

async function besideCairn<T>({ folder }: Installation, work: (db: Database) => Promise<T>): Promise<T> {
  const { address } = await localPostgres({ folder: join(folder, 'postgres'), log: () => undefined });
  await ensureDatabase(address('postgres'), 'cairn');
  const db = databaseOn(poolAt(address('cairn'), 1));
  try {
    return await work(db);
  } finally {
    await db.destroy();
  }
}

async function migratedUpTo(db: Database, count: number): Promise<void> {
  if (count === 0) return;
  const first = Object.fromEntries(
    Object.entries(migrations)
      .toSorted(([one], [other]) => one.localeCompare(other))
      .slice(0, count),
  );
  const { error } = await new Migrator({ db, provider: { getMigrations: () => Promise.resolve(recorded(first)) } }).migrateToLatest();
  if (error !== undefined) throw new Error('the older schema could not be made', { cause: error });
}

/** How many migrations are done, and how many columns there are. The migrator's own tables are not the product's. */
async function schemaOf(db: Database): Promise<{ done: number; columns: number }> {
  const { rows } = await sql<{
    columns: number;
  }>`select count(*) as columns from information_schema.columns where table_schema = 'public' and table_name not like 'kysely%'
      and table_name <> 'migration_checksum'`.execute(db);
  const done = await sql<{ count: number }>`select count(*) from kysely_migration`.execute(db).catch(() => ({ rows: [{ count: 0 }] }));
  return { done: done.rows[0]?.count ?? 0, columns: rows[0]?.columns ?? 0 };
}
