import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { localPostgres } from '#server/database/local-postgres.ts';
import { migrate } from '#server/database/migrate.ts';
import { databaseOn, poolAt } from '#server/database/pool.ts';
import { openFolder } from './open-folder.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgres: { host: string; port: number; user: string; password: string };
  }
}

/** One PostgreSQL for the whole run, with an empty migrated database that each test's own is cloned from. */
export default async function onePostgres(project: TestProject): Promise<() => Promise<void>> {
  const folder = await openFolder('cairn-test-');
  const binaries = process.env['CAIRN_TEST_POSTGRES'];
  const server = await localPostgres({
    folder: join(folder, 'pg'),
    log: () => undefined,
    ...(binaries === undefined ? {} : { binaries }),
    settings: ['max_wal_size=2GB', 'checkpoint_timeout=30min'],
  });
  const admin = poolAt(server.address('postgres'), 1);
  await admin.query('create database template_empty');
  await admin.end();
  const template = databaseOn(poolAt(server.address('template_empty'), 1));
  await migrate(template);
  await template.destroy();
  const { host, port, user, password } = server.address('postgres');
  project.provide('postgres', { host: String(host), port: Number(port), user: String(user), password: String(password) });
  return async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
