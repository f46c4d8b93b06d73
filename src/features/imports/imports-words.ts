import { momentWords } from '#domain/calendar/words.ts';
import type { Instant, Zone } from '#domain/calendar/calendar.ts';
import { countNumber } from '#domain/statistics/count-words.ts';
import type { ImportKind, ImportState } from '#domain/imports/imports.ts';

export const rowsWords = (n: number): string => (n === 1 ? '1 row' : `${countNumber(n)} rows`);

export const kindNames: Readonly<Record<ImportKind, string>> = {
  clients: 'Clients and census',
  'prescribed-hours': 'Prescribed hours',
  medications: 'Medications',
  sessions: 'Sessions and attendance',
  screens: 'Screens',
  results: 'Laboratory results, one row an analyte',
};

const stateNames: Readonly<Record<ImportState, string>> = {
  matching: 'columns to match',
  checking: 'being checked',
  checked: 'checked, not in yet',
  importing: 'going in',
  in: 'in',
  undone: 'taken back',
  failed: 'stopped',
};

type Counts = { readonly fix: number; readonly in: number; readonly ready: number; readonly update: number; readonly skipped: number };

export const importsWords = {
  title: 'Imports',
  waiting: 'imports',
  bring: 'Bring in a file',
  none: 'No files yet. Start from an export of your other system, or from a template below.',
  columns: { file: 'File', holds: 'Holds', state: 'State', rows: 'Rows', by: 'By', do: 'Do' },
  table: 'Files brought in',
  unnamed: 'A colleague’s file',
  unknownKind: 'not settled',
  open: 'Open',
  openFile: (name: string) => `Open ${name}`,
  /** What became of a file. `decides`: whether the reader takes in what it would change, or a director does. */
  state: (state: ImportState, { fix, update }: Counts, decides: boolean): string =>
    state === 'in'
      ? [
          stateNames[state],
          ...(fix > 0 ? [`${countNumber(fix)} left to fix`] : []),
          ...(update > 0 ? [`${countNumber(update)} to take in or leave, by ${decides ? 'you' : 'a director'}`] : []),
        ].join(', ')
      : stateNames[state],
  counted: (rows: number, counts: Counts, undone: boolean): string =>
    undone
      ? countNumber(rows)
      : counts.in > 0
        ? `${countNumber(counts.in)} of ${countNumber(rows)} in`
        : counts.fix > 0
          ? `${countNumber(rows)}, ${countNumber(counts.fix)} to fix`
          : countNumber(rows),
  who: (name: string, at: Instant, zone: Zone) => `${name}, ${momentWords(at, zone)}`,
  source: (name: string | null) => (name === null ? '' : `from ${name}`),
  undoUntil: (at: Instant, zone: Zone) => `Can be taken back until ${momentWords(at, zone)}`,
  undoneBy: (name: string) => `Taken back by ${name}`,
  templates: 'Templates',
  templatesText:
    'Each has every column that Cairn reads and two made-up rows. An export of another system needs no template: you say once what its columns mean, and Cairn remembers.',
  template: (kind: string) => `Download the template for ${kind}`,
  templateFile: (kind: ImportKind) => `cairn-${kind}.csv`,
  newTitle: 'Bring in a file',
  eyebrow: 'Imports',
  limits: 'CSV or an Excel workbook (.xlsx, its first sheet), at most 25 MB and 200 columns. Nothing is written until you say so.',
  choose: 'Choose a file',
  drop: 'or drop it here',
  sending: (name: string) => `Reading ${name}`,
  refused: 'This file can’t be read as it is',
  another: 'Choose another file',
  back: 'All imports',
  steps: 'Steps',
};

export const stepNames = ['File', 'Match columns', 'Check', 'Import'] as const;

export const throwAwayWords = {
  open: 'Throw this file away',
  title: 'Throw this file away?',
  text: 'Its rows are forgotten, with what was typed for them. Nothing of it was written.',
  go: 'Throw it away',
};

export const undoWords = {
  open: 'Take it back',
  title: 'Take this import back?',
  text: (rows: number) =>
    `${rowsWords(rows)} ${rows === 1 ? 'goes' : 'go'} out again: what was new is removed, and what was changed is as it was before.`,
  go: 'Take it back',
  goAnyway: (rows: number) => `Take back the rest, leave ${rowsWords(rows)}`,
  dependents: (rows: number) => `Nothing was taken back yet. Something was built on ${rowsWords(rows)} since:`,
  line: (row: number, message: string) => `Row ${row}. ${message}`,
  more: (rows: number) => `and ${rowsWords(rows)} more.`,
  done: (rows: number) => `${rowsWords(rows)} taken back.`,
  cancel: 'Leave it as it is',
};
