import { day } from '#domain/calendar/calendar.ts';
import { wholeRow } from '#domain/imports/file-shape.ts';
import type { ColumnProblem, PlacedProblem } from '#domain/imports/problems.ts';
import type { Source } from '#server/imports/csv/file-bytes.ts';
import { checkHeader, headerIn } from '#server/imports/csv/header.ts';
import type { Kind } from '#server/imports/csv/kind.ts';
import { keysOf, rowsBefore } from '#server/imports/csv/row-keys.ts';
import { readCells, reachOf } from '#server/imports/csv/rows.ts';
import { tableOf } from '#server/imports/csv/table.ts';
import { UnreadableFile } from '#server/imports/csv/unreadable-file.ts';

const today = day('2026-11-23');

/** A file made of text or bytes, given in two pieces as a stream gives them. */
export function fileOf(content: string | Uint8Array, name = 'export.csv'): Source {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const half = Math.floor(bytes.length / 2);
  return {
    name,
    bytes: async function* () {
      for (const piece of [bytes.subarray(0, half), bytes.subarray(half)]) if (piece.length > 0) yield piece;
    },
  };
}

type Said = PlacedProblem;
export type Outcome<Row> = { readonly rows: readonly Row[]; readonly said: readonly Said[] };

/** Reads a whole file with our own column names: the facts of its good rows and everything said about the others. */
export async function readAll<Row>(source: Source, kind: Kind<Row>): Promise<Outcome<Row>> {
  const rows: Row[] = [];
  const said: Said[] = [];
  try {
    const table = await tableOf(source);
    const header = headerIn(table.names);
    checkHeader(header, kind, table.names);
    const ours = kind.columns.map(({ name }) => name);
    const columns = header.map((name) => ({ column: name, from: name, always: null }));
    const reach = reachOf(kind, header, { columns });
    const lines = new Map<number, number>();
    const others = await rowsBefore((row) => lines.get(row) ?? row)([]);
    let count = 0;
    for await (const { cells, row, line } of table.rows) {
      count += 1;
      lines.set(row, line);
      const whole = wholeRow(cells, header.length, reach);
      const noted: ColumnProblem[] =
        whole === null ? [{ column: null, code: 'cell-count', found: cells.length, needed: header.length }] : [];
      const facts =
        whole === null
          ? null
          : readCells(
              kind,
              ours.map((name) => whole[header.indexOf(name)] ?? ''),
              today,
              noted,
            );
      if (facts !== null && noted.length === 0) noted.push(...others(row, keysOf(kind, facts)));
      if (facts !== null && noted.length === 0) rows.push(facts);
      said.push(...noted.map((problem) => ({ row, line, ...problem })));
    }
    if (count === 0) throw new UnreadableFile({ code: 'header-only' });
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    said.push(error.problem);
  }
  return { rows, said };
}

/** One row of a kind, given by column, as a file. */
export const fileWith = (row: Readonly<Record<string, string>>): Source => {
  const quoted = Object.values(row).map((cell) => `"${cell.replaceAll('"', '""')}"`);
  return fileOf(`${Object.keys(row).join(',')}\n${quoted.join(',')}\n`);
};

/** The first thing said about a row that is refused; throws where the row is taken. */
export async function firstProblem<Row>(row: Readonly<Record<string, string>>, kind: Kind<Row>): Promise<Said> {
  const { rows, said } = await readAll(fileWith(row), kind);
  const [first] = said;
  if (first === undefined || rows.length > 0) throw new Error('the row was taken');
  return first;
}
