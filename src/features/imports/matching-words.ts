import { dayWithYear } from '#domain/calendar/words.ts';
import type { Day } from '#domain/calendar/calendar.ts';
import { rowsWords } from './imports-words.ts';

export const matchingWords = {
  holds: 'What the file holds',
  kind: 'Kind of file',
  source: 'Other system',
  sourceHint: 'How its columns are read is remembered under this name.',
  remembered: (name: string) => `Read as the last file from ${name}.`,
  usualSource: 'Other system',
  census: 'The file lists everybody in care. Ask me about people who are not in it',
  columns: 'Columns',
  ours: 'Cairn',
  from: 'From the file',
  looks: 'Looks like',
  needed: 'needed',
  nowhere: 'Not in the file',
  made: 'Made from other columns',
  always: 'The same in every row',
  alwaysFor: (column: string) => `${column}, in every row`,
  fromFor: (column: string) => `${column} comes from`,
  more: (count: number) => `${count} more columns`,
  moreText: 'Optional columns that nothing in the file looks like.',
  unused: (names: readonly string[]) => `Not read: ${names.join(', ')}.`,
  days: 'How days are written',
  order: (column: string, example: string) => `In ${column}, ${example} can be two days. Which comes first?`,
  orderDecided: (column: string, monthFirst: boolean) =>
    `${column}: the ${monthFirst ? 'month' : 'day'} comes first, as its other days show.`,
  monthFirst: 'The month',
  dayFirst: 'The day',
  contradicts: (column: string) =>
    `${column} has days that begin with the month and days that begin with the day. Rows that don’t fit your choice are held.`,
  shortYears: (column: string, rows: number) => `${column} has years of two digits in ${rowsWords(rows)}. Read 26 as 2026`,
  serials: (example: string, on: Day) => `${example} looks like ${dayWithYear(on)} from a spreadsheet. Read such numbers as days`,
  words: 'What its words mean',
  wordsText: 'Rows with a word that has no meaning here are held for you.',
  meaning: (cell: string, column: string) => `${cell} in ${column} means`,
  hold: 'Hold these rows',
  check: (rows: number) => `Check ${rowsWords(rows)}`,
  open: 'The columns are not settled yet',
  nothingWritten: 'Checking writes nothing.',
  cancelledByProgram: 'cancelled by the program',
};
