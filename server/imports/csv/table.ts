import { isBlank, isSwallowedRow, isTotal, repeatsNames, tableStart, type FileNote } from '#domain/imports/file-shape.ts';
import { bytesOf, contentOf, type Source } from './file-bytes.ts';
import { recordsOf, textStart, type CsvRecord } from './records.ts';
import { sheetOf } from './sheet.ts';
import { UnreadableFile } from './unreadable-file.ts';

/** A file as a table: the row of its names, the rows below it, and once those are read what there is to say about how they were found. */
export type Table = {
  readonly names: CsvRecord;
  readonly rows: AsyncGenerator<CsvRecord>;
  readonly notes: () => readonly FileNote[];
  /** Lets go of the file where its rows aren't wanted. */
  readonly close: () => Promise<void>;
};

/** Rows as they stand in a file, with how many come before the names, and the index of another one that holds a part of the names. */
type Found = {
  readonly records: AsyncGenerator<CsvRecord>;
  readonly skipped: number;
  readonly second: number | null;
  readonly notes: readonly FileNote[];
  /** Whether a cell holds what looks like rows of its own, because a quotation mark was closed too late. */
  readonly holdsRows: (cell: string, columns: number) => boolean;
};

/**
 * Finds the table in a file. Title lines above the names, rows with nothing in them, the names once more and a report's totals are no rows.
 * Refuses what is no text (see `contentOf`), names that are parted over two lines, and a quotation mark that swallows rows.
 */
export async function tableOf(source: Source): Promise<Table> {
  const { records, skipped, second, notes, holdsRows } = await foundIn(source);
  let names: CsvRecord | null = null;
  for (let passed = 0; passed <= skipped; passed += 1) {
    const next = await records.next();
    if (next.done === true) throw new UnreadableFile({ code: 'file-empty' });
    names = next.value;
  }
  if (names === null) throw new UnreadableFile({ code: 'file-empty' });
  if (second !== null)
    throw new UnreadableFile({ code: 'names-in-two-lines' }, { row: names.row, line: names.line + Math.min(0, second - skipped) });
  const { line } = names;
  const columns = names.cells;
  const again: number[] = [];
  const totals: number[] = [];
  async function* rows(): AsyncGenerator<CsvRecord> {
    for await (const record of records) {
      const { cells } = record;
      if (cells.some((cell) => holdsRows(cell, columns.length)))
        throw new UnreadableFile({ code: 'misplaced-quote' }, { row: record.row, line: record.line });
      if (isBlank(cells)) continue;
      if (repeatsNames(cells, columns)) again.push(record.line);
      else if (isTotal(cells)) totals.push(record.line);
      else yield record;
    }
  }
  return {
    names,
    rows: rows(),
    close: async () => void (await records.return(undefined)),
    notes: () => [
      ...notes,
      ...(skipped > 0 ? [{ code: 'banner' as const, line }] : []),
      ...(again.length > 0 ? [{ code: 'names-again' as const, lines: again.slice(0, mostNamed) }] : []),
      ...(totals.length > 0 ? [{ code: 'totals' as const, lines: totals.slice(0, mostNamed) }] : []),
    ],
  };
}

const mostNamed = 20;

async function foundIn(source: Source): Promise<Found> {
  const content = await contentOf(source);
  if (content.zip) return foundInSheet(source);
  const { encoding } = content;
  const { delimiter, header, second, separatorFirst } = await textStart(source, encoding);
  const records = recordsOf(source, { encoding, delimiter });
  if (separatorFirst) await records.next();
  return {
    records,
    skipped: header,
    second,
    notes: [
      ...(encoding === 'utf-8' ? [] : [{ code: 'encoding' as const, encoding }]),
      ...(delimiter === ',' ? [] : [{ code: 'delimiter' as const, delimiter }]),
    ],
    holdsRows: (cell, columns) => /[\r\n]/.test(cell) && cell.split(/[\r\n]+/).some((line) => isSwallowedRow(line, delimiter, columns)),
  };
}

async function foundInSheet(source: Source): Promise<Found> {
  const { name, others, rows } = await sheetOf(await bytesOf(source));
  const { header, second } = tableStart([{ delimiter: ',', rows: rows.slice(0, firstRows) }]);
  return {
    records: recordsIn(rows),
    skipped: header,
    second,
    notes: [{ code: 'sheet', name, others }],
    holdsRows: () => false,
  };
}

const firstRows = 40;

async function* recordsIn(rows: readonly (readonly string[])[]): AsyncGenerator<CsvRecord> {
  for (const [at, cells] of rows.entries()) yield await Promise.resolve({ cells, row: at + 1, line: at + 1 });
}
