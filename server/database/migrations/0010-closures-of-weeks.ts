import { sql, type Kysely } from 'kysely';

/** A day on which a program or a site was closed takes its hours from what its clients were offered, so their stored answers are old once it changes. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`select set_config('search_path', quote_ident(current_schema()) || ', pg_temp', true)`.execute(db);
  for (const event of ['insert', 'update', 'delete']) {
    const name = sql.id(`raise_projection_basis_on_${event}`);
    await sql`drop trigger ${name} on closure`.execute(db);
    await sql`create trigger ${name} after ${sql.raw(event)} on closure for each row execute function raise_projection_basis()`.execute(db);
  }
}
