import { sql, type Kysely } from 'kysely';
import { createAsOwner } from './baseline/roles.ts';

/** Files as people have them: how one was read, rows of it that belong together, which file a change came from, and people with one name. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createAsOwner(db);
  await howAFileWasRead(db);
  await whichFileChanged(db);
  await oneName(db);
}

async function howAFileWasRead(db: Kysely<unknown>): Promise<void> {
  await sql`alter table import_batch add column notes jsonb not null default '[]'`.execute(db);
  // A specimen of several rows is kept as its first one: the others say which that is.
  await sql`alter table import_row add column part_of integer`.execute(db);
  await sql`create index on import_row (organization_id, import_id, part_of) where part_of is not null`.execute(db);
}

async function whichFileChanged(db: Kysely<unknown>): Promise<void> {
  for (const table of ['attendance', 'attendance_change', 'client_change', 'medication_edit']) {
    await sql`alter table ${sql.table(table)} add column import_id uuid,
      add foreign key (organization_id, import_id) references import_batch`.execute(db);
    await sql`create index on ${sql.table(table)} (organization_id, import_id) where import_id is not null`.execute(db);
  }
  await sql`alter table attendance_change add column recorded_import_id uuid,
    add foreign key (organization_id, recorded_import_id) references import_batch`.execute(db);
  await sql`create index on attendance_change (organization_id, recorded_import_id) where recorded_import_id is not null`.execute(db);
}

/** Some people have one name. Whichever of the two it is written as, one is enough. */
async function oneName(db: Kysely<unknown>): Promise<void> {
  await sql`alter table client drop constraint client_first_name_check, drop constraint client_last_name_check,
    add constraint client_name_check check (length(first_name) <= 200 and length(last_name) <= 200 and length(first_name) + length(last_name) > 0)`.execute(
    db,
  );
}
