import { sql, type RawBuilder } from 'kysely';
import type { Written } from '#domain/imports/imports.ts';
import type { Database } from '#server/database/pool.ts';

/** Why a row can't be taken back: it was changed, read, or needed by another one that stays; or a record of another table was made about it. */
export type Dependence = { readonly code: 'changed' | 'read-with' | 'needed' } | { readonly code: 'recorded'; readonly table: string };

type InRow = { readonly row: number; readonly written: readonly Written[] };
type Link = { readonly child: string; readonly column: string; readonly parent: string; readonly keyed: boolean };

/** Rows that the app works out again from others, or that go with the screen they belong to. */
const projected = new Set(['screen_reading', 'analyte_result', 'adjustment_result', 'screen_draw']);

/** Everything that an import wrote, one row each, with the row of the file that wrote it. */
const written = (importId: string, fresh: boolean): RawBuilder<unknown> =>
  sql`select r.row, r.in_at, x ->> 'table' as t, (x ->> 'id')::uuid as id, (x ->> 'clientId')::uuid as c, x -> 'became' as became
    from import_row r, jsonb_array_elements(r.written) x
    where r.import_id = ${importId}::uuid and r.state = 'in' ${fresh ? sql`and x -> 'was' = 'null'` : sql``}`;

/**
 * Rows of an import on which something was built since: a record that was changed, or that another one now refers to. A row that such a row needs stays
 * with it. Answers why, by row.
 */
export async function dependents(db: Database, importId: string, rows: readonly InRow[]): Promise<ReadonlyMap<number, Dependence>> {
  const found = new Map<number, Dependence>();
  const tables = [...new Set(rows.flatMap((row) => row.written.map(({ table }) => table)))];
  for (const table of tables) {
    for (const row of await changedSince(db, importId, table)) if (!found.has(row)) found.set(row, { code: 'changed' });
    for (const link of await linksTo(db, table)) {
      if (projected.has(link.child)) continue;
      for (const row of await referredTo(db, importId, link)) if (!found.has(row)) found.set(row, { code: 'recorded', table: link.child });
    }
  }
  for (const row of await readSince(db, importId)) if (!found.has(row)) found.set(row, { code: 'read-with' });
  for (const row of await answeredSince(db, importId)) if (!found.has(row)) found.set(row, { code: 'recorded', table: 'adjustment' });
  return withWhatTheyNeed(rows, found);
}

async function rowsOf(db: Database, query: RawBuilder<{ row: number }>): Promise<number[]> {
  return (await query.execute(db)).rows.map(({ row }) => row);
}

/** Records that are not as the import left them, or that are gone. */
function changedSince(db: Database, importId: string, table: string): Promise<number[]> {
  const here = table === 'attendance' ? sql`stored.session_id = w.id and stored.client_id = w.c` : sql`stored.id = w.id`;
  const name = sql.table(table);
  return rowsOf(
    db,
    sql<{
      row: number;
    }>`with w as materialized (${written(importId, false)}) select distinct w.row from w left join ${name} stored on ${here}
      where w.t = ${table} and (stored.organization_id is null or jsonb_populate_record(stored, w.became) is distinct from stored)`,
  );
}

/** What refers to a table. Answers that are worked out of a row go with it by the foreign key itself, so nothing is built on it by them. */
async function linksTo(db: Database, parent: string): Promise<readonly Link[]> {
  const { rows } = await sql<Link>`select c.conrelid::regclass::text as child, a.attname as column, ${parent} as parent,
      exists (select from pg_attribute i where i.attrelid = c.conrelid and i.attname = 'id' and i.atttypid = 'uuid'::regtype and not i.attisdropped) as keyed
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[2]
    where c.contype = 'f' and c.confdeltype <> 'c' and c.confrelid = ${parent}::regclass and array_length(c.conkey, 1) = 2`.execute(db);
  return rows;
}

/** Records that refer to what an import wrote and that it did not write itself. */
function referredTo(db: Database, importId: string, { child, column, parent, keyed }: Link): Promise<number[]> {
  const own =
    child === 'attendance'
      ? // A booking that nobody has marked follows from the roster, and goes with it.
        sql`and d.status <> 'booked' and not exists (select from w m where m.t = 'attendance' and m.id = d.session_id and m.c = d.client_id)`
      : keyed
        ? sql`and not exists (select from w m where m.t = ${child} and m.id = d.id)`
        : sql``;
  // What the schedule drew may not be known before collection opens; the place in a session that it was drawn for keeps the client here.
  const unscheduledOnly = child === 'screen_slot' ? sql`and d.reason <> 'scheduled'` : sql``;
  return rowsOf(
    db,
    sql<{ row: number }>`with w as materialized (${written(importId, true)}) select distinct w.row from ${sql.table(child)} d
      join w on w.t = ${parent} and d.${sql.id(column)} = w.id where true ${own} ${unscheduledOnly}`,
  );
}

/** A medication by which a screen that was logged since was read. */
const readSince = (db: Database, importId: string): Promise<number[]> =>
  rowsOf(
    db,
    sql<{ row: number }>`with w as materialized (${written(importId, false)}) select distinct w.row from w
      join screen s on s.client_id = w.c and s.source = 'logged' and s.received_at > w.in_at where w.t = 'medication'`,
  );

/** A result that joined an adjustment which somebody has gone on with since. */
const answeredSince = (db: Database, importId: string): Promise<number[]> =>
  rowsOf(
    db,
    sql<{ row: number }>`with w as materialized (${written(importId, true)}) select distinct w.row from w
      join adjustment_result l on l.screen_id = w.id join adjustment a on a.organization_id = l.organization_id and a.id = l.adjustment_id
      where w.t = 'screen' and greatest(a.talked_at, a.signed_at, a.explained_at, a.outcome_at) > w.in_at`,
  );

/** What stays needs its session and its client, so the rows that made those stay too. */
function withWhatTheyNeed(rows: readonly InRow[], found: ReadonlyMap<number, Dependence>): ReadonlyMap<number, Dependence> {
  const makers = new Map<string, number>();
  for (const { row, written: made } of rows)
    for (const { table, id, was } of made)
      if (was === null && (table === 'session' || table === 'client')) makers.set(`${table} ${id}`, row);
  const stays = new Map(found);
  for (const { row, written: made } of rows.filter((one) => found.has(one.row))) {
    for (const { table, id, clientId } of made) {
      const needed = [table === 'attendance' ? `session ${id}` : '', clientId === null ? '' : `client ${clientId}`];
      for (const one of needed) {
        const maker = makers.get(one);
        if (maker !== undefined && maker !== row && !stays.has(maker)) stays.set(maker, { code: 'needed' });
      }
    }
  }
  return stays;
}
