import { columnsSeen } from '#domain/imports/columns-seen.ts';
import type { Actor } from '#server/access/actor.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { recordsOf, type CsvRecord } from './csv/records.ts';
import { UnreadableFile } from './csv/unreadable-file.ts';
import { insertFileRows, keepSeen } from './file-rows.store.ts';
import { insertImport } from './imports.store.ts';
import { uploadWords } from './upload-words.ts';

const pieceBytes = 65_536;
const rowsPerBatch = 500;
const mostColumns = 200;
const mostRows = 250_000;
const reserved = new Set(['__proto__', 'constructor', 'prototype']);

type By = Pick<Context, 'db' | 'now'> & { readonly actor: Pick<Actor, 'organizationId' | 'staffId'> };

/**
 * Keeps the rows of a file as they stand in it, and what was seen in its columns. The file itself is not kept. Throws `UnreadableFile` for what is no
 * table of text (a spreadsheet, a zip, UTF-16, broken quotes by their line), more than 200 columns and more than 250,000 rows. Answers the import's id.
 */
export async function keepFile({ db, actor, now }: By, fileName: string, bytes: Uint8Array): Promise<string> {
  const records = recordsOf({ name: fileName, bytes: () => piecesOf(bytes) });
  const first = await records.next();
  if (first.done === true) throw new UnreadableFile({ code: 'file-empty' });
  const header = headerShown(first.value.cells);
  const { look, seen } = columnsSeen(header);
  const importId = await insertImport(db, actor.organizationId, { fileName, header, by: actor.staffId, at: now });
  const keep = (batch: readonly CsvRecord[]) => insertFileRows(db, { organizationId: actor.organizationId, importId }, batch);
  let rows = 0;
  let batch: CsvRecord[] = [];
  for await (const { cells, row, line } of records) {
    rows += 1;
    if (rows > mostRows) throw new UnreadableFile({ code: 'too-many-rows', most: mostRows }, { row });
    const kept = cells.map(storable);
    look(kept);
    batch.push({ row, line, cells: kept });
    if (batch.length < rowsPerBatch) continue;
    await keep(batch);
    batch = [];
  }
  if (rows === 0) throw new UnreadableFile({ code: 'header-only' });
  await keep(batch);
  await keepSeen(db, importId, { rows, columns: seen() });
  return importId;
}

async function* piecesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += pieceBytes) yield await Promise.resolve(bytes.subarray(at, at + pieceBytes));
}

/** PostgreSQL keeps no NUL in a text; another character that nobody can see stands for it, so that the cell is refused all the same. */
const storable = (cell: string): string => cell.replaceAll('\0', '\u0001');

/** The header's names as people know them. A column without a name gets one, because exports often end in an empty one. */
function headerShown(cells: readonly string[]): readonly string[] {
  if (cells.length > mostColumns) throw new UnreadableFile({ code: 'too-many-columns', most: mostColumns }, { row: 1, line: 1 });
  const names = cells.map((cell, at) => storable(cell).trim().slice(0, 200) || uploadWords.column(at + 1));
  const plain = names.map((name) => name.toLowerCase());
  names.forEach((name, at) => {
    if (reserved.has(name)) throw new UnreadableFile({ code: 'column-reserved' }, { row: 1, line: 1 });
    if (plain.indexOf(plain[at] ?? '') !== at)
      throw new UnreadableFile({ code: 'column-twice' }, { row: 1, line: 1, column: name.slice(0, 40) });
  });
  return names;
}
