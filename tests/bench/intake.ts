import { spawn } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { databaseOn } from '#server/database/pool.ts';
import { ensureDatabase } from '#server/installation.ts';
import { migrate } from '#server/database/migrate.ts';
import asStarted from '../../scripts/as-started.json' with { type: 'json' };
import { beside, held, type Line } from './budgets.ts';
import type { Clinic } from './clinic.ts';
import { filesOf, rowsEach } from './intake-files.ts';
import { median } from './round-trips.ts';

const rounds = 3;
const database = 'cairn_bench_import';

type Taken = { readonly sessions: number; readonly screens: number; readonly floor: number; readonly most: number };

/** Rows a second that the import command checks and stores, beside the same lines written into a table that asks nothing of them. */
export async function intakeLines({ folder, address }: Clinic): Promise<Line[]> {
  await ensureDatabase({ ...address, database: 'postgres' }, database);
  const pool = new pg.Pool({ ...address, database, max: 1 });
  const db = databaseOn(pool);
  await migrate(db);
  await pool.query(`insert into organization (name, time_zone) values ('Import', 'America/Chicago')`);
  await pool.query(`insert into program (organization_id, name) select id, 'Program' from organization`);
  await pool.query('create table bare_line (line text[])');
  const taken: Taken[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const files = await written(join(folder, `import-${round}`), `T${round}`);
    const floor = await bare(pool, await readFile(files.at(-1) ?? '', 'utf8'));
    taken.push({ ...(await commanded(files, addressText({ ...address, database }))), floor });
  }
  await db.destroy();
  const middle = (of: keyof Taken) => median(taken.map((one) => one[of]));
  return [
    held('import of sessions', middle('sessions')),
    held('import of screens', middle('screens')),
    held('import memory at its highest', Math.max(...taken.map(({ most }) => most))),
    beside('import of screens: the same lines into a bare table', middle('floor'), 'rows/s'),
    beside('import of screens, of the bare table', median(taken.map(({ screens, floor }) => screens / floor)), 'x'),
  ];
}

async function written(folder: string, prefix: string): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true });
  const files = filesOf(prefix);
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return Object.keys(files).map((name) => join(folder, name));
}

async function bare(pool: pg.Pool, text: string): Promise<number> {
  const started = performance.now();
  const rows = text.trim().split('\n').slice(1);
  await pool.query('begin');
  for (let from = 0; from < rows.length; from += 1_000) {
    const lines = rows.slice(from, from + 1_000).map((row) => ({ line: row.split(',') }));
    await pool.query('insert into bare_line select * from json_populate_recordset(null::bare_line, $1)', [JSON.stringify(lines)]);
  }
  await pool.query('commit');
  return (rows.length / (performance.now() - started)) * 1_000;
}

/** The command as an administrator types it, in a process of its own. */
async function commanded(files: readonly string[], url: string): Promise<Omit<Taken, 'floor'>> {
  const child = spawn(process.execPath, [...asStarted.flags, 'server/cli.ts', 'import', '--json', ...files], {
    env: { ...process.env, ...asStarted.environment, DATABASE_URL: url },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let most = 0;
  const watching = setInterval(() => void highest(child.pid).then((now) => (most = Math.max(most, now))), 100);
  let said = '';
  child.stdout.on('data', (part: Buffer) => (said += part.toString()));
  await new Promise((resolve) => child.on('close', resolve));
  clearInterval(watching);
  const reports = JSON.parse(said) as { file: string; rows: number; seconds: number; state: string }[];
  const pace = (file: string) => {
    const report = reports.find((one) => one.file.endsWith(file));
    if (report === undefined || report.state !== 'kept' || report.rows !== rowsEach)
      throw new Error(`the import did not keep ${file}: ${said}`);
    return report.rows / report.seconds;
  };
  return { sessions: pace('sessions.csv'), screens: pace('screens.csv'), most };
}

/** The most memory that a process has held so far, in MB. */
async function highest(id: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${id}/status`, 'utf8').catch(() => '');
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1_024;
}

const addressText = ({ host, port, user, password, database: name }: pg.PoolConfig): string =>
  `postgres://${encodeURIComponent(user ?? '')}:${encodeURIComponent(String(password))}@${encodeURIComponent(host ?? '')}:${port}/${name}`;
