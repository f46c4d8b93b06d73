import type { Instant } from '#domain/calendar/calendar.ts';
import { columnsSeen } from '#domain/imports/columns-seen.ts';
import type { Actor } from '#server/http/endpoint-handler.ts';
import { refuseField } from '#server/http/refusal.ts';
import type { Database } from '#server/database/pool.ts';
import { UnreadableFile } from './csv/unreadable-file.ts';
import { recordsOf } from './csv/records.ts';
import { insertRows } from './storing/insert-rows.ts';
import { uploadWords } from './upload-words.ts';

const pieceBytes = 65_536;
const rowsPerBatch = 500;
const mostColumns = 200;
const mostRows = 250_000;
const reserved = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Keeps the rows of a file as they stand in it, and what was seen in its columns. The file itself is not kept. Refuses what is no table of text
 * (a spreadsheet, a zip, UTF-16, broken quotes by their line), more than 200 columns and more than 250,000 rows.
 */
export async function keptFile(db: Database, actor: Actor, now: Instant, fileName: string, bytes: Uint8Array): Promise<string> {
  try {
    return await kept(db, actor, now, fileName, bytes);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    throw refuseField('file', uploadWords.unreadable(error.problem));
  }
}

async function kept(db: Database, actor: Actor, now: Instant, fileName: string, bytes: Uint8Array): Promise<string> {
  const source = {
    name: fileName,
    bytes: async function* () {
      for (let at = 0; at < bytes.length; at += pieceBytes) yield await Promise.resolve(bytes.subarray(at, at + pieceBytes));
    },
  };
  const owned = { organization_id: actor.organizationId };
  let importId = '';
  let look: ReturnType<typeof columnsSeen> | null = null;
  let rows = 0;
  let batch: { organization_id: string; import_id: string; row: number; line: number; cells: string[] }[] = [];
  for await (const { cells, row, line } of recordsOf(source)) {
    if (look === null) {
      const header = headerShown(cells);
      look = columnsSeen(header);
      const opened = { opened_by: actor.staffId, opened_at: now };
      const values = {
        ...owned,
        file_name: fileName,
        header: [...header],
        columns_seen: '[]',
        rows: 0,
        ...opened,
        kind: null,
        source_id: null,
      };
      const rest = {
        mapping: null,
        run_by: null,
        run_at: null,
        heartbeat_at: null,
        undo_until: null,
        undone_by: null,
        undone_at: null,
        stopped_because: null,
      };
      const made = await db
        .insertInto('import_batch')
        .values({ ...values, ...rest })
        .returning('id')
        .executeTakeFirstOrThrow();
      importId = made.id;
      continue;
    }
    rows += 1;
    if (rows > mostRows) throw new UnreadableFile({ code: 'too-many-rows', most: mostRows }, { row });
    const kept = cells.map(storable);
    look.look(kept);
    batch.push({ ...owned, import_id: importId, row, line, cells: kept });
    if (batch.length < rowsPerBatch) continue;
    await insertRead(db, batch);
    batch = [];
  }
  if (look === null) throw new UnreadableFile({ code: 'file-empty' });
  if (rows === 0) throw new UnreadableFile({ code: 'header-only' });
  await insertRead(db, batch);
  const seen = { rows, columns_seen: JSON.stringify(look.seen()) };
  await db.updateTable('import_batch').set(seen).where('id', '=', importId).execute();
  return importId;
}

const insertRead = (db: Database, batch: readonly { readonly organization_id: string }[]) =>
  insertRows(db, 'import_row', batch.map((row) => ({ ...row, state: 'read', kept_columns: [] })) as never);

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
