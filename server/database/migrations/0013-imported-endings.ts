import { sql, type Kysely } from 'kysely';
import { createAsOwner } from './baseline/roles.ts';

/** What an imported ending takes off may have been brought by a command, to which nobody is signed in. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createAsOwner(db);
  await sql`alter table attendance_change alter column by drop not null`.execute(db);
  await sql`alter table screen_slot drop constraint screen_slot_check2,
    add constraint screen_slot_withdrawn_check check (withdrawn_at is null and withdrawn_by is null or withdrawn_at is not null and reason <> 'scheduled')`.execute(
    db,
  );
}
