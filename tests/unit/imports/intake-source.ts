import type { PlacedProblem } from '#domain/imports/problems.ts';
import { day } from '#domain/calendar/calendar.ts';
import type { Source } from '#server/imports/csv/file-bytes.ts';
import type { Kind } from '#server/imports/csv/kind.ts';
import { UnreadableFile } from '#server/imports/csv/unreadable-file.ts';
import { rowsOf } from '#server/imports/csv/rows.ts';

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

/** Reads a whole file: the facts of its good rows and everything said about the others. */
export async function readAll<Row>(source: Source, kind: Kind<Row>): Promise<Outcome<Row>> {
  const rows: Row[] = [];
  const said: Said[] = [];
  try {
    for await (const read of rowsOf(source, kind, today)) {
      if ('facts' in read) rows.push(read.facts);
      else said.push(...read.problems);
    }
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
