import type { ColumnProblem, LocatedProblem } from '#domain/imports/problems.ts';
import type { Day } from '#domain/calendar/calendar.ts';
import { cellsOf } from './cells.ts';
import type { Source } from './file-bytes.ts';
import { checkHeader, headerIn } from './header.ts';
import type { Kind } from './kind.ts';
import { UnreadableFile } from './unreadable-file.ts';
import { recordsOf, type CsvRecord } from './records.ts';

export type ParsedRow<Row> = { readonly row: number; readonly line: number; readonly facts: Row };

/** What one row of a file turned out to be: facts, or everything that is wrong with it. */
export type RowRead<Row> = ParsedRow<Row> | { readonly row: number; readonly problems: readonly LocatedProblem[] };

/**
 * Reads a file of one kind, a row at a time, without a database. Answers each row's facts or everything wrong with it.
 * Throws `UnreadableFile` where nothing after that point can be trusted: the bytes, the header, the quotes.
 */
export async function* rowsOf<Row>(source: Source, kind: Kind<Row>, today: Day): AsyncGenerator<RowRead<Row>> {
  const needed = new Set(kind.columns.filter((column) => column.needed).map(({ name }) => name));
  const seen = seenBefore(kind);
  let header: readonly string[] | null = null;
  let rows = 0;
  for await (const record of recordsOf(source)) {
    if (header === null) {
      header = headerIn(record.cells);
      checkHeader(header, kind);
      continue;
    }
    rows += 1;
    const noted: ColumnProblem[] = [];
    const facts = readRow(record, header, kind, needed, today, noted);
    if (facts !== null && noted.length === 0) noted.push(...seen(facts, record.line));
    const { row, line } = record;
    if (facts !== null && noted.length === 0) yield { row, line, facts };
    else yield { row, problems: noted.map((problem) => ({ file: source.name, row, line, ...problem })) };
  }
  if (header === null) throw new UnreadableFile({ code: 'file-empty' });
  if (rows === 0) throw new UnreadableFile({ code: 'header-only' });
}

function readRow<Row>(
  { cells }: CsvRecord,
  header: readonly string[],
  kind: Kind<Row>,
  needed: ReadonlySet<string>,
  today: Day,
  noted: ColumnProblem[],
): Row | null {
  if (cells.length === header.length) return kind.read(cellsOf(header, cells, needed, noted), today);
  noted.push({ column: null, code: 'cell-count', found: cells.length, needed: header.length });
  return null;
}

/** Reads the cells of one row, given in the order of the kind's own columns. What is wrong with them is added to `noted`. */
export function readCells<Row>(kind: Kind<Row>, cells: readonly string[], today: Day, noted: ColumnProblem[]): Row | null {
  return kind.read(
    cellsOf(
      kind.columns.map(({ name }) => name),
      cells,
      new Set(kind.columns.filter((column) => column.needed).map(({ name }) => name)),
      noted,
    ),
    today,
  );
}

/** Remembers the keys of the rows before, so that the second of two is the one refused. */
function seenBefore<Row>({ keyOf, sharedBy, groupOf }: Kind<Row>): (facts: Row, line: number) => readonly ColumnProblem[] {
  const keys = new Map<string, number>();
  const shared = new Map<string, { facts: string; line: number }>();
  const groups = new Map<string, { name: string; line: number }>();
  return (facts, line) => {
    const record = sharedBy?.(facts);
    const group = groupOf?.(facts) ?? null;
    const first = record === undefined ? undefined : groups.get(record.key);
    if (group !== null && first !== undefined && first.name.toLowerCase() !== group.toLowerCase())
      return [{ column: 'group', code: 'two-groups', firstLine: first.line, first: first.name, second: group, together: null }];
    const key = keyOf(facts);
    const earlier = keys.get(key);
    if (earlier !== undefined) return [{ column: null, code: 'key-twice', firstLine: earlier }];
    const described = record === undefined ? undefined : shared.get(record.key);
    if (record !== undefined && described !== undefined && described.facts !== record.facts)
      return [{ column: null, code: 'rows-disagree', firstLine: described.line }];
    keys.set(key, line);
    if (record !== undefined && group !== null && first === undefined) groups.set(record.key, { name: group, line });
    if (record !== undefined && described === undefined) shared.set(record.key, { facts: record.facts, line });
    return [];
  };
}

/** The header of a file, read by itself. */
export async function headerOf(source: Source): Promise<readonly string[]> {
  for await (const { cells } of recordsOf(source)) return headerIn(cells);
  throw new UnreadableFile({ code: 'file-empty' });
}
