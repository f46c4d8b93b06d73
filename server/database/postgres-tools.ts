import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import type { Owner } from './postgres-owner.ts';

/** Runs one of PostgreSQL's tools to its end as the folder's owner. What it printed is in the error of one that failed. */
export function run(program: string, args: readonly string[], owner: Owner): Promise<string> {
  const identity = owner === null ? {} : { uid: owner.id, gid: owner.group };
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...identity,
      cwd: tmpdir(),
      env: { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8', TZ: 'UTC' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.on('error', reject);
    // The database inherits the pipes of the tool that started it, so 'close' would wait for the database itself.
    child.on('exit', (code) => {
      child.stdout.destroy();
      child.stderr.destroy();
      if (code === 0) resolve(said);
      else reject(new Error(`${program} ended with ${code}: ${said.trim()}`));
    });
  });
}
