import { sql, type Insertable } from 'kysely';
import type { Database, Tables } from '#server/database/pool.ts';

/** Adds many rows in one statement: they travel as one JSON value, which PostgreSQL reads by the table's own column types. Every row names the same columns. */
export async function insertRows<Table extends keyof Tables>(
  db: Database,
  table: Table,
  rows: readonly Insertable<Tables[Table]>[],
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = sql.join(Object.keys(first).map((name) => sql.id(name)));
  await sql`insert into ${sql.table(table)} (${columns}) select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)})`.execute(
    db,
  );
}
