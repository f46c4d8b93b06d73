import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bare } from './bare-server.ts';

/** Starts the bare floor as a process of its own, and ends it after the work. */
export async function besideBare<T>(folder: string, bare: Bare, work: (url: string) => Promise<T>): Promise<T> {
  const file = join(folder, 'bare.json');
  await writeFile(file, JSON.stringify(bare));
  const child = spawn(process.execPath, ['tests/bench/bare-server.ts', file], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    return await work(await addressSaid(child.stdout));
  } finally {
    child.kill('SIGTERM');
  }
}

function addressSaid(out: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve, reject) => {
    out.on('data', (said: Buffer) => {
      const port = /bare at (\d+)/.exec(said.toString())?.[1];
      if (port !== undefined) resolve(`http://localhost:${port}`);
    });
    out.on('end', () => reject(new Error('the bare floor did not start')));
  });
}
