import { chmod, mkdtemp, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const memory = '/dev/shm';
const enough = 4 * 1024 ** 3;

/** A folder to throw away, in memory where there is plenty. As root the database runs as somebody else, who must be able to walk into it. */
export async function openFolder(prefix: string): Promise<string> {
  const folder = await mkdtemp(join(await roomy(), prefix));
  await chmod(folder, 0o755);
  return folder;
}

async function roomy(): Promise<string> {
  const free = await statfs(memory).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => 0,
  );
  return free > enough ? memory : tmpdir();
}
