import { columnsSeen } from '#domain/imports/columns-seen.ts';
import type { Context } from '#server/http/endpoint-handler.ts';
import { headerShown, storable } from './csv/header.ts';
import type { CsvRecord } from './csv/records.ts';
import { tableOf } from './csv/table.ts';
import { UnreadableFile } from './csv/unreadable-file.ts';
import { insertFileRows, keepSeen } from './file-rows.store.ts';
import { insertImport } from './imports.store.ts';
import { uploadWords } from './upload-words.ts';

const pieceBytes = 65_536;
const rowsPerBatch = 500;
const mostRows = 250_000;

type By = Pick<Context, 'db' | 'now' | 'actor'>;

/**
 * Keeps the rows of a file as they stand in it, and what was seen in its columns. The file itself is not kept. Throws `UnreadableFile` for what is no
 * table (see `tableOf`), more than 200 columns and more than 250,000 rows. Answers the import's id.
 */
export async function keepFile({ db, actor, now }: By, fileName: string, bytes: Uint8Array): Promise<string> {
  const table = await tableOf({ name: fileName, bytes: () => piecesOf(bytes) });
  const header = headerShown(table.names, uploadWords.column);
  const { look, seen } = columnsSeen(header);
  const importId = await insertImport(db, actor.organizationId, { fileName, header, by: actor, at: now });
  const keep = (batch: readonly CsvRecord[]) => insertFileRows(db, { organizationId: actor.organizationId, importId }, batch);
  let rows = 0;
  let batch: CsvRecord[] = [];
  for await (const { cells, row, line } of table.rows) {
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
  await keepSeen(db, importId, { rows, columns: seen(), notes: table.notes() });
  return importId;
}

async function* piecesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += pieceBytes) yield await Promise.resolve(bytes.subarray(at, at + pieceBytes));
}
