import type { Kind } from './kind.ts';
import { UnreadableFile } from './unreadable-file.ts';

const most = 60;

/** The header's names as they are compared: without spaces around them, in small letters. Refuses one that is empty or there twice. */
export function headerIn(cells: readonly string[]): readonly string[] {
  if (cells.length > most) throw new UnreadableFile({ code: 'too-many-columns', most }, { row: 1, line: 1 });
  const names = cells.map((cell) => cell.trim().toLowerCase());
  names.forEach((name, at) => {
    const column = (cells[at] ?? '').trim().slice(0, 40);
    if (name === '') throw new UnreadableFile({ code: 'column-nameless' }, { row: 1, line: 1 });
    if (names.indexOf(name) !== at) throw new UnreadableFile({ code: 'column-twice' }, { row: 1, line: 1, column });
  });
  return names;
}

/** The kind of file that a header belongs to, told by the one column that no other kind has. */
export function kindFor<K extends Pick<Kind, 'name' | 'sign'>>(header: readonly string[], kinds: readonly K[]): K {
  const found = kinds.find(({ sign }) => header.includes(sign));
  if (found === undefined)
    throw new UnreadableFile({ code: 'no-such-kind', kinds: kinds.map(({ name, sign }) => ({ name, sign })) }, { row: 1, line: 1 });
  return found;
}

/** Refuses a header that lacks a needed column, or has one that the kind doesn't know. */
export function checkHeader(header: readonly string[], { columns }: Pick<Kind, 'columns'>): void {
  const missing = columns.find(({ name, needed }) => needed && !header.includes(name));
  if (missing !== undefined) throw new UnreadableFile({ code: 'column-missing' }, { row: 1, line: 1, column: missing.name });
  const names = columns.map(({ name }) => name);
  const unknown = header.find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw new UnreadableFile({ code: 'column-unknown', allowed: names }, { row: 1, line: 1, column: unknown.slice(0, 40) });
}
