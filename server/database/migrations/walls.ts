import { sql, type Kysely } from 'kysely';

/** The role that every request works under. It owns nothing, bypasses nothing and can't sign in by itself. */
export const appRole = 'cairn_app';

type Grant = 'select' | 'insert' | 'update' | 'delete';

/** Puts a table behind its organization's wall: the app role sees and writes rows of the request's organization alone. */
export async function wall(db: Kysely<unknown>, table: string, grants: readonly Grant[] = ['select', 'insert', 'update']): Promise<void> {
  const name = sql.id(table);
  const own = sql`organization_id = nullif(current_setting('cairn.organization', true), '')::uuid`;
  await sql`alter table ${name} enable row level security`.execute(db);
  await sql`create policy own_organization on ${name} to ${sql.id(appRole)} using (${own}) with check (${own})`.execute(db);
  await sql`grant ${sql.raw(grants.join(', '))} on ${name} to ${sql.id(appRole)}`.execute(db);
}

/** Rows of the table can be added and read, never changed or taken away, whoever asks. */
export async function appendOnly(db: Kysely<unknown>, table: string): Promise<void> {
  await sql`create trigger ${sql.id(`${table}_append_only`)} before update or delete or truncate on ${sql.id(table)} for each statement execute function refuse_change()`.execute(
    db,
  );
}
