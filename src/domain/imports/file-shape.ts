import { columnsKnown, plainName } from './column-synonyms.ts';

/** What separates the cells of a text file. */
export const delimiters = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

export type Encoding = 'utf-8' | 'windows-1252';

/** What a file is besides a table that begins with its names, said to whoever brings it in. Lines are counted from 1. */
export type FileNote =
  | { readonly code: 'encoding'; readonly encoding: Encoding }
  | { readonly code: 'delimiter'; readonly delimiter: Delimiter }
  | { readonly code: 'sheet'; readonly name: string; readonly others: readonly string[] }
  | { readonly code: 'banner'; readonly line: number }
  | { readonly code: 'names-again'; readonly lines: readonly number[] }
  | { readonly code: 'totals'; readonly lines: readonly number[] };

/** The first rows of a file as one delimiter parts them. */
export type Parted = { readonly delimiter: Delimiter; readonly rows: readonly (readonly string[])[] };

/** Where a table begins: the index of the row of its names, and of the row above or below it where the names are parted over two. */
export type TableStart = { readonly delimiter: Delimiter; readonly header: number; readonly second: number | null };

/** Names are looked for in so many rows from the top. */
const deepest = 30;

const dayLike = /\b\d{4}-\d{1,2}-\d{1,2}\b|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b/;
const number = /^[\d.,:]+$/;

/** A row of names holds no day and no number; a row of facts nearly always does. */
const mayBeNames = (row: readonly string[]): boolean => !row.some((cell) => dayLike.test(cell) || number.test(cell.trim()));

const filled = (row: readonly string[]): number => row.filter((cell) => cell.trim() !== '').length;

/**
 * Which delimiter parts a file and which of its rows holds the names of its columns: the row with the most names that are known, the first of several.
 * Where hardly any is known, the first row as wide as most rows are.
 */
export function tableStart(parted: readonly Parted[]): TableStart {
  const candidates = parted.flatMap(({ delimiter, rows }) =>
    rows.slice(0, deepest).map((row, header) => ({ delimiter, rows, header, known: mayBeNames(row) ? columnsKnown(row) : 0 })),
  );
  const best = candidates.reduce<(typeof candidates)[number] | null>((one, other) => (other.known > (one?.known ?? 1) ? other : one), null);
  if (best !== null) return { delimiter: best.delimiter, header: best.header, second: secondRow(best.rows, best.header, best.known) };
  const widest = parted
    .map(({ delimiter, rows }) => ({ delimiter, rows, width: usualWidth(rows) }))
    .reduce<{ readonly delimiter: Delimiter; readonly rows: Parted['rows']; readonly width: number }>(
      (one, other) => (other.width > one.width ? other : one),
      { delimiter: ',', rows: parted.find(({ delimiter }) => delimiter === ',')?.rows ?? [], width: 1 },
    );
  const header = widest.rows.findIndex((row) => filled(row) > 0 && row.length >= widest.width);
  return { delimiter: widest.delimiter, header: Math.max(0, header), second: null };
}

/** How many cells most rows have; 1 where rows differ too much to say. */
function usualWidth(rows: Parted['rows']): number {
  const counts = new Map<number, number>();
  for (const row of rows) if (filled(row) > 0) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const [width = 1, count = 0] = [...counts].toSorted((one, other) => other[1] - one[1])[0] ?? [];
  return count * 2 > all ? width : 1;
}

/** The neighbor of the row of names that holds a part of each name, where the two read together name more columns than either alone. */
function secondRow(rows: Parted['rows'], header: number, known: number): number | null {
  const names = rows[header] ?? [];
  for (const other of [header - 1, header + 1]) {
    const row = rows[other];
    if (row === undefined || filled(row) < 2 || !mayBeNames(row)) continue;
    const [above, below] = other < header ? [row, names] : [names, row];
    const joined = Array.from({ length: Math.max(above.length, below.length) }, (_, at) => `${above[at] ?? ''} ${below[at] ?? ''}`);
    if (columnsKnown(joined) > Math.max(known, columnsKnown(row))) return other;
  }
  return null;
}

/** Whether a row repeats the names, as reports do at the top of each page. */
export const repeatsNames = (cells: readonly string[], header: readonly string[]): boolean =>
  header.some((name) => name.trim() !== '') && header.every((name, at) => plainName(cells[at] ?? '') === plainName(name));

export const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

const total =
  /^(?:(?:grand |sub ?|report )?totals?|end of (?:report|file)|(?:number|count) of)(?: (?:rows|records|clients|patients|sessions|groups|hours|minutes|screens|tests|results|visits|appointments))?\b\s*[:=]?\s*[\d,.]*$/i;

/** Whether a row is a report's total: it begins with that word and names no day. */
export const isTotal = (cells: readonly string[]): boolean =>
  total.test((cells.find((cell) => cell.trim() !== '') ?? '').trim()) && !cells.some((cell) => dayLike.test(cell));

/** Whether a line inside one cell is a row of its own, which a quotation mark that was closed too late has swallowed. */
export const isSwallowedRow = (line: string, delimiter: Delimiter, columns: number): boolean =>
  columns > 2 && line.split(delimiter).length >= columns && dayLike.test(line);

/**
 * A row with as many cells as there are names: the empty ones that a spreadsheet left off are put back, and empty ones beyond the names are dropped.
 * Null where a cell stands beyond the names, or where the row breaks off before the last column that may not be left off.
 */
export function wholeRow(cells: readonly string[], width: number, reach: number): readonly string[] | null {
  if (cells.length === width) return cells;
  if (cells.length > width) return isBlank(cells.slice(width)) ? cells.slice(0, width) : null;
  return cells.length < reach ? null : [...cells, ...Array.from({ length: width - cells.length }, () => '')];
}
