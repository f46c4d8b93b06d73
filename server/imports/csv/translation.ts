import { cutText } from '#domain/people/cut-text.ts';
import type { Day, Zone } from '#domain/calendar/calendar.ts';
import { chartNumberProblem, type NumbersSeen } from '#domain/imports/chart-numbers.ts';
import { birthWritten, dayWritten, noDates } from '#domain/imports/dates.ts';
import type { ColumnSeen } from '#domain/imports/columns-seen.ts';
import type { DateReading, ImportMapping } from '#domain/imports/imports.ts';
import type { ColumnProblem } from '#domain/imports/problems.ts';
import { dayColumns, timeColumns } from '#domain/imports/suggestions.ts';
import { minutesWritten, timeWritten } from '#domain/imports/times.ts';
import { cancelledByProgram, confirmedColumns, wordColumns, wordSuggested } from '#domain/imports/vocabulary.ts';
import type { Column } from './kind.ts';
import { settleTimes } from './row-times.ts';
import { translationWords } from './translation-words.ts';

const minuteColumns: ReadonlySet<string> = new Set(['minutes', 'session_minutes', 'break_minutes']);

export type TranslatedRow = { readonly cells: readonly string[]; readonly noted: readonly ColumnProblem[] };

/** How a row of another system's file is read as one of ours. */
export type Translation = {
  /** Cells in the order of the kind's columns, and what can't be told from them. What a person typed in the place of a cell wins. `parts` are the other rows of a specimen. */
  readonly row: (
    cells: readonly string[],
    fixes: Readonly<Record<string, string>> | null,
    parts?: readonly (readonly string[])[],
  ) => TranslatedRow;
  /** What the file itself has for one of our columns. */
  readonly cellOf: (column: string, cells: readonly string[], parts?: readonly (readonly string[])[]) => string;
};

/** The clinic's day and clock, by which moments and birth years are read. */
export type Clinic = { readonly today: Day; readonly zone: Zone };

/** Reads rows of a file by a mapping: its columns in our order, its days and words in our writing. What it doesn't settle stays as it is, and is refused. */
export function translationOf(
  columns: readonly Column[],
  header: readonly string[],
  mapping: ImportMapping,
  { today, zone }: Clinic,
  seen: readonly ColumnSeen[],
): Translation {
  const from = new Map(mapping.columns.map((one) => [one.column, one]));
  const readings = new Map(mapping.dates.map((reading) => [reading.from, reading]));
  const meant = new Map(mapping.words.map(({ column, cell, word }) => [`${column} ${cell.toLowerCase()}`, word]));

  const cellOf = (column: string, cells: readonly string[]): string => {
    const source = from.get(column);
    if (source === undefined) return '';
    return source.from === null ? (source.always ?? '') : (cells[header.indexOf(source.from)] ?? '');
  };
  const readingOf = (column: string): DateReading | null =>
    readings.get(from.get(column)?.from ?? (column === 'date' ? (from.get('start') ?? from.get('time_in'))?.from : null) ?? '') ?? null;
  const midnightOf = (column: string) =>
    mapping.answers?.find(({ about, from: source }) => about === 'moments' && source === from.get(column)?.from)?.answer;
  const chartsAre = chartNumbersOf(mapping, seen);
  const written = (column: string, cell: string): string => {
    if (cell.trim() === '') return cell;
    if (dayColumns.has(column))
      return column === 'born_on' ? birthWritten(cell, readingOf(column), today) : dayWritten(cell, readingOf(column));
    if (timeColumns.has(column)) return timeWritten(cell);
    if (minuteColumns.has(column)) return minutesWritten(cell);
    if (!wordColumns.has(column)) return cell;
    const said = meant.get(`${column} ${cell.trim().toLowerCase()}`);
    if (said === '' || (said === undefined && confirmedColumns.has(column))) return cell;
    return said ?? wordSuggested(column, cell) ?? cell;
  };

  const names = columns.map(({ name }) => name);
  return {
    cellOf,
    row: (cells, fixes) => {
      const raw = (name: string) => fixes?.[name] ?? cellOf(name, cells);
      const row = new Map(names.map((name) => [name, written(name, raw(name))]));
      const noted = [...settleTimes({ row, raw, readingOf, midnightOf, zone }), ...chartProblems(raw('chart_number'), fixes, chartsAre)];
      noted.push(...splitName(row, fixes?.['full_name'] ?? cellOf('full_name', cells), fixes));
      if (row.get('attendance') === cancelledByProgram) {
        row.set('attendance', '');
        if (row.get('cancelled_because') === '') row.set('cancelled_because', translationWords.cancelled);
      }
      if (row.get('title') === '') row.set('title', row.get('group') || translationWords.titleOf(row.get('service') ?? ''));
      for (const [key, parts] of keysMade)
        if (row.get(key) === '' && (!from.has(key) || key === 'specimen_key'))
          row.set(key, keyOf(parts.map((part) => row.get(part) ?? '')));
      return { cells: names.map((name) => row.get(name) ?? ''), noted };
    },
  };
}

/** What was seen of a file's chart numbers; null where a person said that they are chart numbers, whatever they look like. */
function chartNumbersOf({ columns, answers = [] }: ImportMapping, seen: readonly ColumnSeen[]): NumbersSeen | null {
  const from = columns.find(({ column }) => column === 'chart_number')?.from ?? null;
  if (answers.some((one) => one.about === 'numbers' && one.from === from)) return null;
  return seen.find(({ name }) => name === from)?.dates ?? noDates();
}

/** A number that somebody typed in the place of a cell is a number. */
function chartProblems(cell: string, fixes: Readonly<Record<string, string>> | null, seen: NumbersSeen | null): readonly ColumnProblem[] {
  const code = seen === null || fixes?.['chart_number'] !== undefined ? null : chartNumberProblem(cell, seen);
  return code === null ? [] : [{ column: 'chart_number', code }];
}

/** 'Walsh, Dana' is a family name and a given name, and one word is one name. Of more words without a comma nobody knows which is which. */
function splitName(row: Map<string, string>, full: string, fixes: Readonly<Record<string, string>> | null): readonly ColumnProblem[] {
  if (full === '' || !row.has('last_name')) return [];
  const [last = '', ...first] = full.split(',').map((part) => part.trim());
  if (row.get('last_name') === '') row.set('last_name', last);
  if (row.get('first_name') === '') row.set('first_name', first.join(' '));
  const isSplit = first.length > 0 || !/\s/.test(last) || row.get('first_name') !== '' || fixes?.['last_name'] !== undefined;
  return isSplit ? [] : [{ column: 'first_name', code: 'cell-empty' }];
}

/** Where the other system gives no key, a record is known by what nobody changes about it. */
const keysMade: readonly (readonly [string, readonly string[]])[] = [
  ['session_key', ['date', 'start', 'title', 'leader']],
  ['screen_key', ['chart_number', 'date', 'time', 'specimen']],
  ['specimen_key', ['chart_number', 'date', 'time', 'specimen']],
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
