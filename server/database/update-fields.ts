import { sql } from 'kysely';
import type { Database, Tables } from '#server/database/pool.ts';

/** What names one row of a table, such as its organization and id. */
export type RowKey = Readonly<Record<string, string | null>>;

/** Columns with what they are to say. */
export type NewFields = Readonly<Record<string, string | number | boolean | null>>;

/** Sets fields of the one row of a key. The values travel as JSON, which PostgreSQL reads by the table's own column types. */
export async function updateFields(
  db: Database,
  table: keyof Tables,
  key: RowKey,
  fields: NewFields,
  { counted }: { readonly counted: boolean },
): Promise<void> {
  const name = sql.table(table);
  const set = Object.keys(fields).map((field) => sql`${sql.id(field)} = v.${sql.id(field)}`);
  // A page that has the record open finds itself stale.
  if (counted) set.push(sql`version = t.version + 1`);
  const where = Object.entries(key).map(([column, value]) => sql`t.${sql.id(column)} = ${value}::uuid`);
  await sql`update ${name} t set ${sql.join(set)} from json_populate_record(null::${name}, ${JSON.stringify(fields)}) v
    where ${sql.join(where, sql` and `)}`.execute(db);
}
