import { cutText } from '#domain/people/cut-text.ts';
import type { Kind } from './kind.ts';
import { UnreadableFile } from './unreadable-file.ts';
import type { CsvRecord } from './records.ts';

const most = 60;

type Names = Pick<CsvRecord, 'cells' | 'row' | 'line'>;

/** The header's names as they are compared: without spaces around them, in small letters. Refuses one that is empty or there twice. */
export function headerIn({ cells, row, line }: Names): readonly string[] {
  if (cells.length > most) throw new UnreadableFile({ code: 'too-many-columns', most }, { row, line });
  const names = cells.map((cell) => cell.trim().toLowerCase());
  names.forEach((name, at) => {
    const column = cutText((cells[at] ?? '').trim(), 40);
    if (name === '') throw new UnreadableFile({ code: 'column-nameless' }, { row, line });
    if (names.indexOf(name) !== at) throw new UnreadableFile({ code: 'column-twice' }, { row, line, column });
  });
  return names;
}

const mostShown = 200;
const reserved = new Set(['__proto__', 'constructor', 'prototype']);

/** PostgreSQL keeps no NUL in a text; another character that nobody can see stands for it, so that the cell is refused all the same. */
export const storable = (cell: string): string => cell.replaceAll('\0', '\u0001');

/** The header's names as people know them. A column without a name gets one, because exports often end in an empty one. */
export function headerShown({ cells, row, line }: Names, nameless: (at: number) => string): readonly string[] {
  if (cells.length > mostShown) throw new UnreadableFile({ code: 'too-many-columns', most: mostShown }, { row, line });
  const names = cells.map((cell, at) => cutText(storable(cell).trim(), 200) || nameless(at + 1));
  const plain = names.map((name) => name.toLowerCase());
  names.forEach((name, at) => {
    if (reserved.has(name)) throw new UnreadableFile({ code: 'column-reserved' }, { row, line });
    if (plain.indexOf(plain[at] ?? '') !== at) throw new UnreadableFile({ code: 'column-twice' }, { row, line, column: cutText(name, 40) });
  });
  return names;
}

/** The kind of file that a header belongs to, told by the one column that no other kind has; undefined where it names no such column. */
export const kindFor = <K extends Pick<Kind, 'sign'>>(header: readonly string[], kinds: readonly K[]): K | undefined =>
  kinds.find(({ sign }) => header.includes(sign));

/** Refuses a header that lacks a needed column, or has one that the kind doesn't know. */
export function checkHeader(
  header: readonly string[],
  { columns }: Pick<Kind, 'columns'>,
  { row, line }: Pick<Names, 'row' | 'line'>,
): void {
  const missing = columns.find(({ name, needed }) => needed && !header.includes(name));
  if (missing !== undefined) throw new UnreadableFile({ code: 'column-missing' }, { row, line, column: missing.name });
  const names = columns.map(({ name }) => name);
  const unknown = header.find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw new UnreadableFile({ code: 'column-unknown', allowed: names }, { row, line, column: cutText(unknown, 40) });
}
