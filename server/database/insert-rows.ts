import { sql, type Insertable, type Selectable } from 'kysely';
import type { Database, Tables } from '#server/database/pool.ts';

/** A row as it is meant: JSON columns hold what they hold, not its text. */
export type WholeRow<Table extends keyof Tables> = {
  [Column in keyof Insertable<Tables[Table]>]: Column extends keyof Selectable<Tables[Table]>
    ? Selectable<Tables[Table]>[Column] | Extract<Insertable<Tables[Table]>[Column], undefined>
    : never;
};

/** A row whose columns nobody names here: it travels as JSON, and PostgreSQL refuses what the table's columns don't hold. */
export const rowGiven = <Table extends keyof Tables>(row: object): WholeRow<Table> => row as WholeRow<Table>;

/** Adds many rows in one statement: they travel as one JSON value, which PostgreSQL reads by the table's own column types. Every row names the same columns. */
export async function insertRows<Table extends keyof Tables>(db: Database, table: Table, rows: readonly WholeRow<Table>[]): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = sql.join(Object.keys(first).map((name) => sql.id(name)));
  await sql`insert into ${sql.table(table)} (${columns}) select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)})`.execute(
    db,
  );
}
