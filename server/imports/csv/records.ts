import { Readable, pipeline } from 'node:stream';
import { CsvError, parse, type Options } from 'csv-parse';
import { parse as parseSync } from 'csv-parse/sync';
import { delimiters, tableStart, type Delimiter, type Encoding, type TableStart } from '#domain/imports/file-shape.ts';
import { textOf, type Source } from './file-bytes.ts';
import { UnreadableFile } from './unreadable-file.ts';

/** One row of cells as it stands in the file. Rows and lines are counted from 1; they differ where a cell holds line breaks. */
export type CsvRecord = { readonly cells: readonly string[]; readonly row: number; readonly line: number };

const longest = 64_000;
const lineBreak = /\r\n|\r|\n/;

/** Cells are parted by RFC 4180, but a quotation mark inside a bare cell is a part of it, and lines may end in any way. */
const options = (delimiter: Delimiter): Options => ({
  delimiter,
  bom: true,
  record_delimiter: ['\r\n', '\n', '\r'],
  relax_column_count: true,
  relax_quotes: true,
  max_record_size: longest,
});

/** The first line of some files says what separates the cells: 'sep=;'. */
const separatorLine = /^\ufeff?"?sep=([,;|\t])"?(?:\r\n|\r|\n)/i;

export type TextStart = TableStart & {
  /** The first line names the delimiter and is no row of the table. */ readonly separatorFirst: boolean;
};

const headCharacters = 65_536;
const headRows = 40;

/** How the rows of a text file begin, from its first rows alone. */
export async function textStart(source: Source, encoding: Encoding): Promise<TextStart> {
  let head = '';
  for await (const text of textOf(source, encoding)) {
    head += text;
    if (head.length >= headCharacters) break;
  }
  const [first = '', named] = separatorLine.exec(head) ?? [];
  const possible = delimiters.filter((delimiter) => named === undefined || delimiter === named);
  const text = head.slice(first.length, headCharacters);
  return { ...tableStart(possible.map((delimiter) => ({ delimiter, rows: firstRows(text, delimiter) }))), separatorFirst: first !== '' };
}

function firstRows(text: string, delimiter: Delimiter): readonly (readonly string[])[] {
  const rows: string[][] = [];
  const keep = (cells: string[]) => void rows.push(cells);
  try {
    parseSync(text, { ...options(delimiter), to: headRows, on_record: keep });
  } catch (error) {
    // The text is cut off somewhere, and whatever is wrong further on is refused where it is read.
    if (!(error instanceof CsvError)) throw error;
  }
  return rows;
}

/** The rows of a text file, one at a time, each as it stands there; an empty line is a row of one empty cell. */
export async function* recordsOf(
  source: Source,
  { encoding, delimiter }: { encoding: Encoding; delimiter: Delimiter },
): AsyncGenerator<CsvRecord> {
  const parser = parse(options(delimiter));
  pipeline(Readable.from(textOf(source, encoding)), parser, () => undefined);
  let row = 0;
  let line = 1;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      row += 1;
      yield { cells, row, line };
      line += 1 + cells.reduce((sum, cell) => sum + cell.split(lineBreak).length - 1, 0);
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const code = error.code === 'CSV_MAX_RECORD_SIZE' ? 'row-too-long' : 'misplaced-quote';
    // Rows that were parted and not yet asked for are gone with the error: then the parser alone knows how far it was.
    const { records, lines } = parser.info;
    throw new UnreadableFile({ code }, { row: records + 1, line: records === row ? line : lines });
  }
}
