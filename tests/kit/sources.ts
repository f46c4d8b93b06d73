import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

const root = join(import.meta.dirname, '../..');

export type Source = { readonly path: string; readonly text: string };

function pathsBelow(folder: string): string[] {
  return readdirSync(folder)
    .toSorted()
    .flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? pathsBelow(path) : [path];
    });
}

/** The files of these rooms with these endings. A guard that would see none is broken, so that is an error. */
export function sourcesOf(rooms: readonly string[], ending: RegExp): Source[] {
  const found = rooms
    .flatMap((room) => pathsBelow(join(root, room)))
    .filter((path) => ending.test(path))
    .map((path) => ({ path: relative(root, path), text: readFileSync(path, 'utf8') }));
  if (found.length === 0) throw new Error(`no files in ${rooms.join(', ')}: this guard looks at nothing`);
  return found;
}
