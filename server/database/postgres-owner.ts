import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Who PostgreSQL's programs run as. PostgreSQL refuses root, so root hands over to an unprivileged user; anybody else runs them as themselves. */
export type Owner = { readonly id: number; readonly group: number } | null;

const willing = ['postgres', 'nobody'];

export async function ownerFor(): Promise<Owner> {
  if (process.getuid?.() !== 0) return null;
  const users = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  for (const name of willing) {
    const found = users.find(([user]) => user === name);
    if (found) return { id: Number(found[2]), group: Number(found[3]) };
  }
  throw new Error(
    'PostgreSQL refuses to run as root, and there is no user called postgres or nobody to run it as. Start Cairn as an ordinary user.',
  );
}

/** The folder itself where its owner can walk to it; otherwise one that the owner can reach, said out loud. */
export async function directoryReachedBy(owner: Owner, folder: string, log: (line: string) => void): Promise<string> {
  await refuseFile(folder);
  if (await canReach(owner, dirname(folder))) return folder;
  const directory = join('/var/lib/cairn', createHash('sha256').update(folder).digest('hex').slice(0, 16));
  log(`The database's user can't reach ${folder}, so its data is kept in ${directory}.`);
  return directory;
}

/** What stands on the way must be folders, or there can be none below it. */
async function refuseFile(folder: string): Promise<void> {
  for (let step = folder; step !== dirname(step); step = dirname(step)) {
    const found = await stat(step).catch(() => null);
    if (found === null) continue;
    if (!found.isDirectory())
      throw new Error(`Cairn can't keep its data in ${folder}: ${step} is a file. Choose another folder with CAIRN_HOME.`);
    return;
  }
}

/** Every folder on the way must let the owner pass. */
export async function canReach(owner: Owner, folder: string): Promise<boolean> {
  if (owner === null) return true;
  for (let step = folder; ; step = dirname(step)) {
    const found = await stat(step).catch(() => null);
    if (found !== null && !passes(found, owner)) return false;
    if (step === dirname(step)) return true;
  }
}

function passes(found: { mode: number; uid: number; gid: number }, owner: NonNullable<Owner>): boolean {
  if (found.uid === owner.id) return (found.mode & 0o100) !== 0;
  if (found.gid === owner.group) return (found.mode & 0o010) !== 0;
  return (found.mode & 0o001) !== 0;
}
