import { cutText } from '#domain/people/cut-text.ts';
import type { Day, Zone } from '#domain/calendar/calendar.ts';
import { birthWritten, dayWritten, timeWritten } from '#domain/imports/dates.ts';
import type { ImportMapping } from '#domain/imports/imports.ts';
import { cancelledByProgram, wordColumns, wordSuggested } from '#domain/imports/vocabulary.ts';
import type { Column } from './kind.ts';
import { translationWords } from './translation-words.ts';

const dayColumns = new Set(['date', 'opened_on', 'closed_on', 'born_on', 'started_on', 'ended_on', 'from_on']);
const timeColumns = new Set(['start', 'end', 'time']);

/** How a row of another system's file is read as one of ours. */
export type Translation = {
  /** Cells in the order of the kind's columns. What a person typed in the place of a cell wins. */
  readonly cells: (cells: readonly string[], fixes: Readonly<Record<string, string>> | null) => readonly string[];
  /** What the file itself has for one of our columns. */
  readonly cellOf: (column: string, cells: readonly string[]) => string;
};

/** The clinic's day and clock, by which moments and birth years are read. */
export type Clinic = { readonly today: Day; readonly zone: Zone };

/** Reads rows of a file by a mapping: its columns in our order, its days and words in our writing. What it doesn't settle stays as it is, and is refused. */
export function translationOf(
  columns: readonly Column[],
  header: readonly string[],
  mapping: ImportMapping,
  { today }: Clinic,
): Translation {
  const from = new Map(mapping.columns.map((one) => [one.column, one]));
  const readings = new Map(mapping.dates.map((reading) => [reading.from, reading]));
  const meant = new Map(mapping.words.map(({ column, cell, word }) => [`${column} ${cell.toLowerCase()}`, word]));

  const cellOf = (column: string, cells: readonly string[]): string => {
    const source = from.get(column);
    if (source === undefined) return '';
    return source.from === null ? (source.always ?? '') : (cells[header.indexOf(source.from)] ?? '');
  };
  const written = (column: string, cell: string): string => {
    if (cell.trim() === '') return cell;
    if (dayColumns.has(column)) {
      const reading = readings.get(from.get(column)?.from ?? '') ?? null;
      return column === 'born_on' ? birthWritten(cell, reading, today) : dayWritten(cell, reading);
    }
    if (timeColumns.has(column)) return timeWritten(cell);
    if (!wordColumns.has(column)) return cell;
    const said = meant.get(`${column} ${cell.trim().toLowerCase()}`);
    return said === '' ? cell : (said ?? wordSuggested(column, cell) ?? cell);
  };

  const names = columns.map(({ name }) => name);
  return {
    cellOf,
    cells: (cells, fixes) => {
      const row = new Map(names.map((name) => [name, written(name, fixes?.[name] ?? cellOf(name, cells))]));
      splitName(row, fixes?.['full_name'] ?? cellOf('full_name', cells));
      if (row.get('attendance') === cancelledByProgram) {
        row.set('attendance', '');
        if (row.get('cancelled_because') === '') row.set('cancelled_because', translationWords.cancelled);
      }
      if (row.get('title') === '') row.set('title', row.get('group') || translationWords.titleOf(row.get('service') ?? ''));
      for (const [key, parts] of keysMade)
        if (row.get(key) === '' && !from.has(key)) row.set(key, keyOf(parts.map((part) => row.get(part) ?? '')));
      return names.map((name) => row.get(name) ?? '');
    },
  };
}

/** 'Walsh, Dana' is a family name and a given name. Without the comma nobody knows which is which, so the given name stays empty. */
function splitName(row: Map<string, string>, full: string): void {
  if (full === '' || !row.has('last_name')) return;
  const [last = '', ...first] = full.split(',').map((part) => part.trim());
  if (row.get('last_name') === '') row.set('last_name', last);
  if (row.get('first_name') === '') row.set('first_name', first.join(' '));
}

/** Where the other system gives no key, a record is known by what nobody changes about it. */
const keysMade: readonly (readonly [string, readonly string[]])[] = [
  ['session_key', ['date', 'start', 'title', 'leader']],
  ['screen_key', ['chart_number', 'date', 'time', 'specimen']],
];

const keyOf = (parts: readonly string[]): string =>
  parts.some((part, at) => part === '' && at < 1)
    ? ''
    : cutText(
        parts
          .filter((part) => part !== '')
          .join(' ')
          .replaceAll(/[^\p{L}\d ._/-]+/gu, ''),
        60,
      ).trim();
