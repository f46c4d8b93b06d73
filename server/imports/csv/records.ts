import { Readable, pipeline } from 'node:stream';
import { CsvError, parse, type Info } from 'csv-parse';
import { textOf, type Source } from './file-bytes.ts';
import { UnreadableFile } from './unreadable-file.ts';

/** One row of cells as it stands in the file. The header is row 1. */
export type CsvRecord = { readonly cells: readonly string[]; readonly row: number; readonly line: number };

const longest = 64_000;

/** The rows of a file, one at a time. Quotes are read strictly (RFC 4180); an empty line is nothing. */
export async function* recordsOf(source: Source): AsyncGenerator<CsvRecord> {
  const parser = parse({ info: true, relax_column_count: true, skip_empty_lines: true, max_record_size: longest });
  pipeline(Readable.from(textOf(source)), parser, () => undefined);
  let row = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: Info }>) {
      row += 1;
      const breaks = record.reduce((sum, cell) => sum + (cell.includes('\n') ? cell.split('\n').length - 1 : 0), 0);
      yield { cells: record, row, line: info.lines - breaks };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const code = error.code === 'CSV_MAX_RECORD_SIZE' ? 'row-too-long' : 'misplaced-quote';
    throw new UnreadableFile({ code }, { row: row + 1, line: parser.info.lines });
  }
}
