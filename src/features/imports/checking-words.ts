import { momentWords } from '#domain/calendar/words.ts';
import type { Instant, Zone } from '#domain/calendar/calendar.ts';
import { countNumber } from '#domain/statistics/count-words.ts';
import { rowsWords } from './imports-words.ts';

const either = (names: readonly string[]): string => new Intl.ListFormat('en-US', { type: 'disjunction' }).format(names);

export const checkingWords = {
  show: {
    fix: (n: number) => `${countNumber(n)} need${n === 1 ? 's' : ''} fixing`,
    update: (n: number) => `${countNumber(n)} will update`,
    ready: (n: number) => `${countNumber(n)} ready`,
    here: (n: number) => `${countNumber(n)} already here`,
    skipped: (n: number) => `${countNumber(n)} left out`,
    in: (n: number) => `${countNumber(n)} in`,
  },
  which: 'Rows shown',
  groups: 'To fix',
  oneByOne: 'Rows one by one',
  group: (column: string, n: number) => `${column} ${countNumber(n)}`,
  row: (row: number) => `row ${row}`,
  wholeRow: 'whole row',
  empty: 'empty',
  typed: (column: string) => `${column}, put right`,
  use: 'Use',
  useFor: (label: string, row: number) => `${label} for row ${row}`,
  skip: 'Skip row',
  skipFor: (row: number) => `Skip row ${row}`,
  skipSimilar: (n: number) => `Skip all ${countNumber(n)}`,
  back: 'Put back in the list',
  similar: (n: number) => `and ${rowsWords(n)} like it`,
  fixed: (rows: number) => `${rowsWords(rows)} put right.`,
  still: (message: string) => `Still to fix: ${message}`,
  was: (was: string | null) => was ?? 'nothing',
  change: (column: string, was: string | null, becomes: string | null) => `${column}: ${was ?? 'nothing'} becomes ${becomes ?? 'empty'}`,
  byHand: 'marked here by hand',
  changesWait: (n: number) => `${countNumber(n)} for a director`,
  directorDecides: (names: readonly string[]) =>
    names.length === 0
      ? 'These rows differ from what is stored, which you don’t see, and no director works in every program. Give the file to the director of each program: they bring it in for their own clients.'
      : `These rows differ from what is stored, which you don’t see. ${either(names)} finds them under Imports, and takes them in or leaves them.`,
  leave: 'Leave as it is',
  leaveFor: (row: number) => `Leave row ${row} as it is`,
  none: {
    fix: 'No row needs fixing.',
    update: 'No row changes what is here.',
    ready: 'No row waits to go in.',
    here: 'No row is here already.',
    skipped: 'No row was left out.',
    in: 'The rows that went in are forgotten after a day; what they brought stays.',
  },
  hereText: 'These rows say what Cairn has already. Nothing happens with them.',
  moreRows: 'Next rows',
  firstRows: 'First rows',
  import: (rows: number) => `Import ${rowsWords(rows)}`,
  leaves: (rows: number) => `leaves ${countNumber(rows)} in this list for you`,
  waits: (rows: number, names: readonly string[]) =>
    `${rowsWords(rows)} would change what is stored and ${rows === 1 ? 'waits' : 'wait'} for ${names.length === 0 ? 'a director' : either(names)}`,
  download: (rows: number) => `Download the ${rowsWords(rows)}`,
  undoFor: 'Can be taken back for 24 hours',
  columnsAgain: 'Match columns again',
  letGo: (rows: number) => ({
    open: `Let the ${rowsWords(rows)} go`,
    title: `Let the ${rowsWords(rows)} go?`,
    text: `${rows === 1 ? 'It is' : 'They are'} forgotten, with what was typed for ${rows === 1 ? 'it' : 'them'}. What went in stays.`,
    go: `Let the ${rowsWords(rows)} go`,
  }),
  checking: (done: number, of: number) => `Checking: ${countNumber(done)} of ${rowsWords(of)}`,
  importing: (done: number, of: number) => `Going in: ${countNumber(done)} of ${rowsWords(of)}`,
  leaveOpen: 'It goes on if you leave this page.',
  done: (rows: number) => `${rowsWords(rows)} in`,
  pace: (rows: number) => `${countNumber(rows)} rows a second`,
  by: (name: string, at: Instant, zone: Zone) => `${name}, ${momentWords(at, zone)}`,
  until: (at: Instant, zone: Zone) => `can be taken back until ${momentWords(at, zone)}`,
  undone: (name: string, left: number) =>
    left === 0 ? `Taken back by ${name}.` : `Taken back by ${name}, but for ${rowsWords(left)} on which something was built.`,
  missing: (n: number) => (n === 1 ? '1 person in care is not in this census' : `${countNumber(n)} people in care are not in this census`),
  missingText:
    'Nothing is changed for them. Somebody may have left, have another number there, or be missing from the export: ask who knows them.',
  knows: (name: string | null) => name ?? 'nobody assigned',
};
