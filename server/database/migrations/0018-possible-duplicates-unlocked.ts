import { sql, type Kysely } from 'kysely';
import { createAsOwner } from './baseline/roles.ts';

/**
 * A reference to a client locks that client's row, and who looks like whom is stored for clients that its transaction never locked: two that store it
 * at once, or one beside a merge, would wait for each other. What is stored goes with its client by a trigger instead.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createAsOwner(db);
  await sql`alter table possible_duplicate drop constraint possible_duplicate_organization_id_one_id_fkey`.execute(db);
  await sql`alter table possible_duplicate drop constraint possible_duplicate_organization_id_other_id_fkey`.execute(db);
  await sql`create function forget_duplicates() returns trigger language plpgsql security definer set search_path from current as $$ begin
    delete from possible_duplicate pair using old_rows
      where pair.organization_id = old_rows.organization_id and old_rows.id in (pair.one_id, pair.other_id);
    return null;
  end $$`.execute(db);
  await sql`create trigger forget_duplicates after delete on client referencing old table as old_rows
    for each statement execute function forget_duplicates()`.execute(db);
}
