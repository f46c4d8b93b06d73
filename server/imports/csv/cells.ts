import type { ColumnProblem, Problem } from '#domain/imports/problems.ts';
import type { Day } from '#domain/calendar/calendar.ts';
import { analytesIn, codeIn, dayIn, noteIn, numberIn, textIn, timeIn, wordIn, type Value } from './values.ts';

/** One row's cells by column. Each question answers null for an empty cell, and for a wrong one after noting what is wrong. */
export type Cells = {
  readonly text: (column: string, most?: number) => string | null;
  /** A note as people write it. */
  readonly note: (column: string, most?: number) => string | null;
  readonly code: (column: string, most?: number) => string | null;
  readonly day: (column: string) => Day | null;
  readonly time: (column: string) => string | null;
  readonly whole: (column: string, least: number, most: number) => number | null;
  readonly number: (column: string, least: number, most: number) => number | null;
  /** `spellings` are other spellings of the allowed words. */
  readonly word: <Word extends string>(column: string, allowed: readonly Word[], spellings?: Readonly<Record<string, Word>>) => Word | null;
  readonly yes: (column: string) => boolean | null;
  readonly analytes: (column: string) => readonly string[];
  /** Notes what is wrong between cells. */
  readonly wrong: (column: string | null, problem: Problem) => void;
};

/** What a spreadsheet writes where a formula went wrong, or where a column is too narrow for its number. */
const spreadsheetError = /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!|ERROR|#+)$/i;

/** Reads the cells of one row, collecting everything that is wrong with them in `noted`. A needed cell that is empty is wrong. */
export function cellsOf(header: readonly string[], values: readonly string[], needed: ReadonlySet<string>, noted: ColumnProblem[]): Cells {
  const wrong = (column: string | null, problem: Problem) => void noted.push({ column, ...problem });
  const read = <T>(column: string, reader: (cell: string) => Value<T>): T | null => {
    const cell = values[header.indexOf(column)] ?? '';
    if (cell.trim() === '' && !/[\t\r\0]/.test(cell)) {
      if (needed.has(column)) wrong(column, { code: 'cell-empty' });
      return null;
    }
    const found = spreadsheetError.test(cell.trim()) ? { problem: { code: 'spreadsheet-error' as const } } : reader(cell);
    if ('value' in found) return found.value;
    wrong(column, found.problem);
    return null;
  };
  return {
    text: (column, most = 200) => read(column, (cell) => textIn(cell, most)),
    note: (column, most = 200) => read(column, (cell) => noteIn(cell, most)) || null,
    code: (column, most = 60) => read(column, (cell) => codeIn(cell, most)),
    day: (column) => read(column, dayIn),
    time: (column) => read(column, timeIn),
    whole: (column, least, most) => read(column, (cell) => numberIn(cell, least, most, true)),
    number: (column, least, most) => read(column, (cell) => numberIn(cell, least, most, false)),
    word: (column, allowed, spellings) => read(column, (cell) => wordIn(cell, allowed, spellings)),
    yes: (column) => {
      const word = read(column, (cell) => {
        const found = wordIn(cell, ['yes', 'no']);
        return 'value' in found ? found : { problem: { code: 'not-yes-or-no' } };
      });
      return word === null ? null : word === 'yes';
    },
    analytes: (column) => read(column, analytesIn) ?? [],
    wrong,
  };
}
