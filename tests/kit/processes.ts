import { spawn, type ChildProcess } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import asStarted from '../../scripts/as-started.json' with { type: 'json' };
import { openFolder } from './open-folder.ts';

/** One installation in a folder that is thrown away, and the real processes that work on it. */
export type Installation = {
  readonly folder: string;
  /** Starts `server/main.ts` and waits until it takes requests; throws with its last words where it gives up. */
  readonly serve: (...args: readonly string[]) => Promise<Served>;
  /** The same, with a server that dies at a failpoint, as `before-commit:3`. */
  readonly serveUntil: (failpoint: string, ...args: readonly string[]) => Promise<Served>;
  /** The same on a port of one's choice. */
  readonly serveAt: (port: number) => Promise<Served>;
  /** Runs `cairn` to its end. */
  readonly cairn: (...args: readonly string[]) => Promise<{ readonly code: number | null; readonly said: string }>;
  /** The process id of its PostgreSQL; null where none is running. */
  readonly postmaster: () => Promise<number | null>;
  /** Ends whatever is left running, and takes the folder away. */
  readonly remove: () => Promise<void>;
};

export type Served = {
  readonly url: string;
  readonly child: ChildProcess;
  /** Everything it has printed so far. */
  readonly said: () => string;
  /** Kept once it is gone, however it went. */
  readonly gone: Promise<void>;
  /** Ends it and waits until it is gone: SIGTERM finishes what is in progress, SIGKILL doesn't. */
  readonly end: (signal: 'SIGTERM' | 'SIGKILL') => Promise<void>;
};

export async function anInstallation(): Promise<Installation> {
  const folder = await openFolder('cairn-home-');
  const started = new Set<ChildProcess>();
  const env = { ...process.env, ...asStarted.environment, CAIRN_HOME: folder, DATABASE_URL: undefined, NODE_OPTIONS: undefined };
  const postmaster = async () => {
    const file = await readFile(join(folder, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').catch(() => null);
    const id = Number(file?.split('\n')[0]);
    return id > 0 && isRunning(id) ? id : null;
  };
  const serveUntil = async (failpoint: string, ...args: readonly string[]): Promise<Served> => served(await freePort(), failpoint, args);
  const served = async (port: number, failpoint: string, args: readonly string[]): Promise<Served> => {
    const around = { ...env, PORT: String(port), CAIRN_DIE_AT: failpoint };
    const child = spawn(process.execPath, [...asStarted.flags, 'server/main.ts', ...args], { env: around, stdio: 'pipe' });
    started.add(child);
    const gone = new Promise<void>((done) => void child.once('exit', () => done()));
    const said = wordsOf(child);
    await reportsServing(child, said);
    return { url: `http://localhost:${port}`, child, said, gone, end: (signal) => ended(child, signal) };
  };
  return {
    folder,
    serve: (...args) => serveUntil('', ...args),
    serveUntil,
    serveAt: (port) => served(port, '', []),
    cairn: async (...args) => {
      const child = spawn(process.execPath, [...asStarted.flags, 'server/cli.ts', ...args], { env, stdio: 'pipe' });
      const said = wordsOf(child);
      const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
      return { code, said: said() };
    },
    postmaster,
    remove: async () => {
      for (const child of started) await ended(child, 'SIGKILL');
      const id = await postmaster();
      if (id !== null) {
        process.kill(id, 'SIGINT');
        for (let tries = 0; tries < 100 && isRunning(id); tries += 1) await new Promise((done) => setTimeout(done, 50));
      }
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch {
    return false;
  }
}

function wordsOf(child: ChildProcess): () => string {
  let said = '';
  child.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return () => said;
}

function reportsServing(child: ChildProcess, said: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    const gone = () => reject(new Error(`the server did not start: ${said()}`));
    child.on('exit', gone);
    child.stdout?.on('data', () => {
      if (!said().includes('Cairn is at')) return;
      child.off('exit', gone);
      resolve();
    });
  });
}

function ended(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.on('exit', () => resolve());
    child.kill(signal);
  });
}

/** A port that nobody listens on now. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
