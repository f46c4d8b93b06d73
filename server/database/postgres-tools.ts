import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import type { Owner } from './postgres-owner.ts';

/** What a tool is given of our own environment: its path, and another clock where the whole of Cairn runs at one (npm run later). */
const inherited = ['PATH', 'LD_PRELOAD', 'FAKETIME', 'FAKETIME_DONT_FAKE_MONOTONIC', 'FAKETIME_NO_CACHE'];
const environment = () =>
  Object.fromEntries(inherited.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])));

/** Runs one of PostgreSQL's tools to its end as the folder's owner. What it printed is in the error of one that failed. */
export function run(program: string, args: readonly string[], owner: Owner): Promise<string> {
  const identity = owner === null ? {} : { uid: owner.id, gid: owner.group };
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...identity,
      cwd: tmpdir(),
      env: { ...environment(), LC_ALL: 'C.UTF-8', TZ: 'UTC' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', reject);
    // The database inherits the pipes of the tool that started it, so 'close' would wait for the database itself.
    child.on('exit', (code) => {
      child.stdout.destroy();
      child.stderr.destroy();
      if (code === 0) resolve(output);
      else reject(new Error(`${program} ended with ${code}: ${output.trim()}`));
    });
  });
}
