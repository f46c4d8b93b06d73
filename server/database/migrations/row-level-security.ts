import { sql, type Kysely } from 'kysely';
import { reach } from '../failpoints.ts';

/** The role that every request works under. It owns nothing, bypasses nothing and can't sign in by itself. */
export const appRole = 'cairn_app';

type Grant = 'select' | 'insert' | 'update' | 'delete';

/** Puts a table behind its organization's wall: the app role sees and writes rows of the request's organization alone. */
export async function enableRowLevelSecurity(
  db: Kysely<unknown>,
  table: string,
  grants: readonly Grant[] = ['select', 'insert', 'update'],
): Promise<void> {
  const name = sql.id(table);
  const own = sql`organization_id = nullif(current_setting('cairn.organization', true), '')::uuid`;
  reach('migration');
  await sql`alter table ${name} enable row level security`.execute(db);
  await sql`create policy own_organization on ${name} to ${sql.id(appRole)} using (${own}) with check (${own})`.execute(db);
  await sql`grant ${sql.raw(grants.join(', '))} on ${name} to ${sql.id(appRole)}`.execute(db);
  if (await mergesCharts(db, table)) await followsMerges(db, table);
}

/** Rows of the table can be added and read, never changed or taken away, whoever asks. */
export async function appendOnly(db: Kysely<unknown>, table: string): Promise<void> {
  await sql`create trigger ${sql.id(`${table}_append_only`)} before update or delete or truncate on ${sql.id(table)} for each statement execute function refuse_change()`.execute(
    db,
  );
  if (await mergesCharts(db, table)) await keptButForClient(db, table);
}

/** Whether the table's rows name a client, on a database whose charts can be merged: those of 0001 to 0006 learn of it in 0007. */
async function mergesCharts(db: Kysely<unknown>, table: string): Promise<boolean> {
  const { rows } = await sql<{ does: boolean }>`select to_regproc('follow_merge') is not null and exists (select from pg_attribute
    where attrelid = to_regclass(${sql.lit(table)}) and attname = 'client_id' and not attisdropped) as does`.execute(db);
  return rows[0]?.does === true;
}

/** A row written to a chart that was folded into another lands on the one that stands. */
export async function followsMerges(db: Kysely<unknown>, table: string): Promise<void> {
  await sql`create trigger follow_merge before insert on ${sql.id(table)} for each row execute function follow_merge()`.execute(db);
}

/** In a merge of charts a row that is otherwise kept as it was written changes its client, and nothing else. */
export async function keptButForClient(db: Kysely<unknown>, table: string): Promise<void> {
  await sql`create trigger keep_all_but_client before update on ${sql.id(table)} for each row execute function keep_all_but_client()`.execute(
    db,
  );
}
