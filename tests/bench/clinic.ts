import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { anInstallation, type Served } from '#kit/processes.ts';
import { demoDatabase, demoPassword } from '#mocks/fixtures/demo.ts';
import { localPostgres } from '#server/database/local-postgres.ts';
import { databaseOn, poolAt, type Database } from '#server/database/pool.ts';

export const people = { therapist: 'r.ortiz@cairn.demo', director: 'a.mbeki@cairn.demo' } as const;
export type Who = keyof typeof people;

/** The demonstration in a folder of its own, its database open beside it, and a server that did not write it. */
export type Clinic = {
  readonly folder: string;
  readonly served: Served;
  readonly address: pg.PoolConfig;
  readonly db: Database;
  readonly cookies: Readonly<Record<Who, string>>;
};

/** Opens a clinic, lets it be filled while nothing serves, and takes it away after the work. */
export async function inClinic<T>(fill: (address: pg.PoolConfig) => Promise<void>, work: (clinic: Clinic) => Promise<T>): Promise<T> {
  const installation = await anInstallation();
  try {
    // The server that loads the program has its memory full of it; what is measured is one that only serves.
    const loading = await installation.serve('--demo');
    const { address } = await localPostgres({ folder: join(installation.folder, 'postgres'), log: () => undefined });
    const database = address(demoDatabase(new Date()));
    await fill(database);
    await loading.end('SIGKILL');
    const db = databaseOn(poolAt(database, 4));
    const served = await installation.serve('--demo');
    const cookies = { therapist: await cookieOf(served.url, 'therapist'), director: await cookieOf(served.url, 'director') };
    try {
      return await work({ folder: installation.folder, served, address: database, db, cookies });
    } finally {
      await db.destroy();
    }
  } finally {
    await installation.remove();
  }
}

async function cookieOf(url: string, who: Who): Promise<string> {
  const answer = await fetch(`${url}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: people[who], password: demoPassword }),
  });
  if (!answer.ok) throw new Error(`${people[who]} was not let in: ${answer.status}`);
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

/** What a process holds in memory now, in MB; null where the system doesn't say. */
export async function memoryOf({ child }: Served): Promise<number | null> {
  const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
  const kilobytes = /VmRSS:\s+(\d+) kB/.exec(status)?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) / 1_024;
}
