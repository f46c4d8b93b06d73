import { specimenTypes, validities } from '#domain/drug-screens/interpret.ts';
import { cutText } from '#domain/people/cut-text.ts';
import type { ImportMapping } from '#domain/imports/imports.ts';
import { gatherSpecimen, resultMeanings, type AnalyteRow, type GatheredSpecimen } from '#domain/imports/results.ts';
import type { ColumnProblem } from '#domain/imports/problems.ts';
import { needed, optional, type Column } from './kind.ts';
import type { CsvRecord } from './records.ts';
import { resultColumns, screens } from './screens.ts';
import { wordSuggested } from '#domain/imports/vocabulary.ts';
import { translationWords } from './translation-words.ts';
import type { Translation } from './translation.ts';

/** The columns of results with one row an analyte, as laboratories and courts give them. */
export const analyteColumns: readonly Column[] = [
  optional(
    'specimen_key',
    "The laboratory's key of the specimen. Rows with one key are one specimen; without it, rows of one client, day and specimen are",
  ),
  needed('chart_number', "The client's chart number"),
  needed('date', 'Day of the collection'),
  optional('time', "Time of the collection, 24 hours, the clinic's clock"),
  needed('scheduled', 'yes where the testing schedule asked for it; no where it was for cause or outside the schedule'),
  needed('specimen', specimenTypes.join(', ')),
  optional('validity', 'What the laboratory says of the specimen, where it says so. Creatinine, gravity and pH may be rows of their own'),
  needed('test', 'What was tested for, by any code or name'),
  optional('result', `${resultMeanings.join(', ')}, or a number`),
  optional('detected', 'yes or no, where the result is a number'),
  optional('confirmation', 'pending, confirmed, not-confirmed. Empty is not said'),
];

/** Columns by which rows of one specimen are known where it has no key. */
const specimenColumns = ['chart_number', 'date', 'time', 'specimen'] as const;

const shared = ['specimen_key', 'chart_number', 'date', 'time', 'scheduled', 'specimen', 'validity'] as const;

const byResult = new Map(resultColumns.map(([column, result]) => [result, column] as const));

/** A row of ours by column. */
type Row = ReadonlyMap<string, string>;

/** The column under which a person says what the result of one test is. */
const resultOf = (test: string): string => cutText(`result ${test}`, 60);

/** Reads the rows of one specimen as one screen: cells in the order of the screens' columns. What a person typed wins. */
export function gathering(base: Translation): Translation {
  const names = analyteColumns.map(({ name }) => name);
  return {
    cellOf: (column, cells, parts = []) => {
      const own = [cells, ...parts].find((one) => resultOf(base.cellOf('test', one)) === column);
      return own === undefined ? base.cellOf(column, cells) : base.cellOf('result', own);
    },
    row: (cells, fixes, parts = []) => {
      const read = [cells, ...parts].map((one) => base.row(one, fixes));
      const rows = read.map((one): Row => new Map(names.map((name, at) => [name, one.cells[at] ?? ''])));
      const said = new Map(
        shared.map((column) => [column, new Set(rows.map((one) => one.get(column) ?? '').filter((cell) => cell !== ''))]),
      );
      const noted: ColumnProblem[] = [...(read.find((one) => one.noted.length > 0)?.noted ?? [])];
      if ([...said.values()].some(({ size }) => size > 1)) noted.push({ column: null, code: 'specimen-disagrees' });
      const row = new Map<string, string>(shared.map((column) => [column, [...(said.get(column) ?? [])][0] ?? '']));
      row.set('screen_key', row.get('specimen_key') ?? '');
      const validityIn = (cell: string | undefined) => validities.find((validity) => validity === cell) ?? null;
      const found = gatherSpecimen(
        rows.map((one) => analyteRow(one, fixes?.[resultOf(one.get('test') ?? '')])),
        { given: validityIn(fixes?.['validity']), reported: validityIn(row.get('validity')) },
      );
      if (!('problem' in found)) writeSpecimen(row, found);
      else noted.push({ column: found.problem === 'validity-open' ? 'validity' : resultOf(found.test ?? ''), code: found.problem });
      return { cells: screens.columns.map(({ name }) => row.get(name) ?? ''), noted };
    },
  };
}

/** A row with its words read; what a person said of its result stands for all of them. */
function analyteRow(row: Row, typed: string | undefined): AnalyteRow {
  const cell = (column: string) => row.get(column) ?? '';
  const meaningOf = (word: string) => resultMeanings.find((meaning) => meaning === word.trim().toLowerCase()) ?? null;
  const test = cell('test');
  if (typed !== undefined)
    return { test, written: typed, meaning: meaningOf(wordSuggested('result', typed) ?? typed), flag: null, confirmation: null };
  return {
    test,
    written: cell('result'),
    meaning: meaningOf(cell('result')),
    flag: cell('detected') === 'yes' ? true : cell('detected') === 'no' ? false : null,
    confirmation: (['pending', 'confirmed', 'not-confirmed'] as const).find((one) => one === cell('confirmation')) ?? null,
  };
}

/** Puts what was gathered into the columns of a screen. */
function writeSpecimen(row: Map<string, string>, { outcome, results, validity, validityBecause }: GatheredSpecimen): void {
  row.set('outcome', outcome);
  if (outcome !== 'collected') {
    for (const column of ['specimen', 'validity', 'time']) row.set(column, '');
    return;
  }
  if (validity !== null) row.set('validity', validity);
  else if (row.get('validity') === '') row.set('validity', 'not-tested');
  if (validityBecause !== null) row.set('validity_reason', translationWords.validity[validityBecause]);
  row.set('analytes_tested', [...results.keys()].join(';'));
  for (const [result, column] of byResult)
    row.set(column, [...results].flatMap(([analyte, found]) => (found === result ? [analyte] : [])).join(';'));
}

/** Where the columns are by which rows of one specimen are known; `key` is null where the laboratory gives none. */
export type SpecimenIndexes = { readonly key: number | null; readonly others: readonly number[] };

/** The same of a file; null for one in which each row stands for itself. */
export function specimenIndexes(
  { kind, columns }: Pick<ImportMapping, 'kind' | 'columns'>,
  header: readonly string[],
): SpecimenIndexes | null {
  if (kind !== 'results') return null;
  const indexOf = (column: string): readonly number[] => {
    const from = columns.find((one) => one.column === column)?.from ?? null;
    return from === null ? [] : [header.indexOf(from)];
  };
  return { key: indexOf('specimen_key')[0] ?? null, others: specimenColumns.flatMap(indexOf) };
}

/** A row of a file with the other rows of its specimen. */
export type GatheredRecord = CsvRecord & { readonly parts: readonly (readonly string[])[] };

/** The rows of a whole file, those of one specimen together under the first of them. */
export async function specimensIn(records: AsyncIterable<CsvRecord>, indexes: SpecimenIndexes): Promise<readonly GatheredRecord[]> {
  const found = new Map<string, { readonly first: CsvRecord; readonly parts: (readonly string[])[] }>();
  for await (const record of records) {
    const cell = (at: number) => (record.cells[at] ?? '').trim().toLowerCase();
    const own = indexes.key === null ? '' : cell(indexes.key);
    const key = own === '' ? JSON.stringify(indexes.others.map(cell)) : own;
    const earlier = found.get(key);
    if (earlier === undefined) found.set(key, { first: record, parts: [] });
    else earlier.parts.push(record.cells);
  }
  return [...found.values()].map(({ first, parts }) => ({ ...first, parts }));
}
