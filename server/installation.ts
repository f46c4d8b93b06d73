import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { localPostgres } from '#server/database/local-postgres.ts';
import { upToDateAt } from '#server/database/migrate.ts';
import { databaseOn, plainPoolAt, poolAt, type Address, type Database } from '#server/database/pool.ts';

export type OpenInstallation = {
  readonly db: Database;
  /** Connections for the library that keeps passwords and sessions. */
  readonly libraryDb: Database;
  readonly secret: string;
  readonly close: () => Promise<void>;
};

type Options = {
  readonly log: (line: string) => void;
  readonly database?: string;
  readonly env: NodeJS.ProcessEnv;
  /** True for the server, which puts the database to rest when it stops. A command stops only a database that it started itself. */
  readonly serves: boolean;
};

/** The database and the secret of this installation: the clinic's own server by DATABASE_URL, or the one that comes with Cairn. */
export async function openInstallation({ log, env, serves, database = 'cairn' }: Options): Promise<OpenInstallation> {
  const folder = env['CAIRN_HOME'] ?? '.data';
  await mkdir(folder, { recursive: true });
  const secret = env['CAIRN_SECRET'] ?? (await secretIn(folder));
  const url = env['DATABASE_URL'];
  if (url !== undefined) return opened(url, secret, () => Promise.resolve());

  const server = await localPostgres({ folder: join(folder, 'postgres'), log });
  await ensureDatabase(server.address('postgres'), database);
  if (database !== 'cairn') await dropOthers(server.address('postgres'), database);
  return opened(server.address(database), secret, serves || !server.adopted ? server.stop : () => Promise.resolve());
}

async function opened(address: Address, secret: string, stop: () => Promise<void>): Promise<OpenInstallation> {
  const db = await upToDateAt(address, 20);
  const libraryDb = databaseOn(plainPoolAt(address, 2));
  return {
    db,
    libraryDb,
    secret,
    close: async () => {
      await libraryDb.destroy();
      await db.destroy();
      await stop();
    },
  };
}

export async function ensureDatabase(address: pg.PoolConfig, name: string): Promise<void> {
  const pool = poolAt(address, 1);
  try {
    const { rowCount } = await pool.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 0) await pool.query(`create database "${name.replaceAll('"', '')}"`);
  } catch (error) {
    // Another Cairn that starts at the same moment may have made it first.
    if (!(error instanceof Error && 'code' in error && (error.code === '42P04' || error.code === '23505'))) throw error;
  } finally {
    await pool.end();
  }
}

/** Yesterday's demonstration is not kept. */
async function dropOthers(address: pg.PoolConfig, keep: string): Promise<void> {
  const pool = poolAt(address, 1);
  const { rows } = await pool.query<{ datname: string }>(
    `select datname from pg_database where datname like 'cairn\\_demo\\_%' and datname <> $1`,
    [keep],
  );
  for (const { datname } of rows) await pool.query(`drop database if exists "${datname}" with (force)`);
  await pool.end();
}

async function secretIn(folder: string): Promise<string> {
  const file = join(folder, 'secret');
  await writeFile(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' }).catch(() => undefined);
  return (await readFile(file, 'utf8')).trim();
}
