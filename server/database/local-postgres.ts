import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { binariesFor, type Binaries } from './postgres-binaries.ts';
import { ownerFor, directoryReachedBy, type Owner } from './postgres-owner.ts';
import { run } from './postgres-tools.ts';

export type LocalPostgres = {
  /** How to connect to a database of this server. */
  readonly address: (database: string) => pg.PoolConfig;
  /** True where the server was already running: it had outlived the Cairn that started it. */
  readonly adopted: boolean;
  /** Stops the server, unless another Cairn is still connected to it. */
  readonly stop: () => Promise<void>;
};

type Options = {
  readonly folder: string;
  readonly log: (line: string) => void;
  readonly binaries?: string;
  readonly settings?: readonly string[];
};

/** The PostgreSQL that comes with Cairn, on a Unix socket in its own folder: made where there is none, adopted where one is running. */
export async function localPostgres({ folder, log, binaries: from, settings = [] }: Options): Promise<LocalPostgres> {
  const owner = await ownerFor();
  const binaries = await binariesFor(owner, log, from);
  const directory = await directoryReachedBy(owner, resolve(folder), log);
  const cluster = join(directory, 'cluster');
  await giveFolder(directory, owner);
  const password = await passwordIn(directory, owner);
  const socket = await socketFolder(directory, owner);
  await makeCluster(cluster, binaries, owner, directory, log);

  const address = (database: string): pg.PoolConfig => ({ host: socket, port: 5432, user: 'cairn', password, database });
  const adopted = await answers(address('postgres'), 0);
  if (!adopted) {
    log('Starting the database.');
    await start(cluster, socket, binaries, owner, settings);
    if (!(await answers(address('postgres'), 100)))
      throw new Error(`The database did not answer. Its last words are in ${join(cluster, 'server.log')}.`);
  }
  return { address, adopted, stop: () => stop(address('postgres'), cluster, binaries, owner) };
}

async function giveFolder(folder: string, owner: Owner): Promise<void> {
  await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw new Error(`Cairn can't use ${folder} for its data. Choose another folder with CAIRN_HOME.`, { cause: error });
  });
  if (owner !== null) await chown(folder, owner.id, owner.group);
  await chmod(folder, 0o700);
}

async function passwordIn(directory: string, owner: Owner): Promise<string> {
  const file = join(directory, 'password');
  const kept = await readFile(file, 'utf8').catch(() => null);
  if (kept !== null) return kept.trim();
  const made = randomBytes(24).toString('base64url');
  await writeFile(file, made, { mode: 0o600, flag: 'wx' });
  if (owner !== null) await chown(file, owner.id, owner.group);
  return made;
}

/** A socket's whole path must stay under 104 bytes, or PostgreSQL won't listen on it. */
async function socketFolder(directory: string, owner: Owner): Promise<string> {
  const near = join(directory, 'socket');
  const folder =
    Buffer.byteLength(join(near, '.s.PGSQL.5432')) <= 103 ? near : `/tmp/cairn-${Buffer.from(directory).toString('base64url').slice(-24)}`;
  await giveFolder(folder, owner);
  return folder;
}

async function makeCluster(
  cluster: string,
  binaries: Binaries,
  owner: Owner,
  directory: string,
  log: (line: string) => void,
): Promise<void> {
  const version = await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch(() => null);
  if (version === null) {
    if (await stat(cluster).catch(() => null))
      throw new Error(`${cluster} is there but holds no database. Move it away, or choose another folder with CAIRN_HOME.`);
    log('Making the database folder.');
    const made = `${cluster}.making`;
    await run('rm', ['-rf', made], null);
    const init = [
      '-D',
      made,
      '-U',
      'cairn',
      '--auth=scram-sha-256',
      `--pwfile=${join(directory, 'password')}`,
      '--encoding=UTF8',
      '--locale=C.UTF-8',
    ];
    await run(join(binaries.folder, 'initdb'), init, owner);
    await run('mv', [made, cluster], null);
  } else if (Number(version) !== binaries.major) {
    throw new Error(
      `The data in ${cluster} belongs to PostgreSQL ${version.trim()}, and this Cairn brings PostgreSQL ${binaries.major}. Start the Cairn that made it, take a back-up, and restore that here.`,
    );
  }
}

async function start(cluster: string, socket: string, binaries: Binaries, owner: Owner, settings: readonly string[]): Promise<void> {
  const options = [
    '-c',
    "listen_addresses=''",
    '-k',
    `'${socket}'`,
    '-c',
    'max_connections=100',
    ...settings.flatMap((setting) => ['-c', setting]),
  ].join(' ');
  const control = ['start', '-D', cluster, '-w', '-t', '60', '-s', '-l', join(cluster, 'server.log'), '-o', options];
  // The helpers of a server that was killed may hold its memory for a moment more, and a new one won't start beside them.
  for (let tries = 1; ; tries += 1) {
    const fault = await run(join(binaries.folder, 'pg_ctl'), control, owner).then(
      () => null,
      (error: unknown) => error,
    );
    if (fault === null) return;
    if (tries === 20)
      throw new Error(`The database could not start. Its last words are in ${join(cluster, 'server.log')}.`, { cause: fault });
    await setTimeout(500);
  }
}

async function stop(address: pg.PoolConfig, cluster: string, binaries: Binaries, owner: Owner): Promise<void> {
  if (await othersStay(address)) return;
  await run(join(binaries.folder, 'pg_ctl'), ['stop', '-D', cluster, '-m', 'fast', '-w', '-s'], owner);
}

/** What we closed ourselves a moment ago may still be on its way out; who is there after two seconds is somebody else. */
async function othersStay(address: pg.PoolConfig): Promise<boolean> {
  for (let looks = 0; looks < 10; looks += 1) {
    if (!(await othersAreConnected(address))) return false;
    await setTimeout(200);
  }
  return true;
}

async function othersAreConnected(address: pg.PoolConfig): Promise<boolean> {
  const client = new pg.Client(address);
  try {
    await client.connect();
    const { rows } = await client.query<{ others: boolean }>(
      `select exists (select from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()) as others`,
    );
    return rows[0]?.others ?? false;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** After a crash a server may need a second before it takes connections. */
async function answers(address: pg.PoolConfig, tries: number): Promise<boolean> {
  for (let tried = 0; ; tried += 1) {
    const client = new pg.Client({ ...address, connectionTimeoutMillis: 2_000 });
    try {
      await client.connect();
      return true;
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === '28P01')
        throw new Error('The database refuses the password kept beside it.', { cause: error });
      const startingUp = error instanceof Error && 'code' in error && error.code === '57P03';
      if (tried >= tries && !startingUp) return false;
      await setTimeout(100);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}
