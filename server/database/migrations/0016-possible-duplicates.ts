import { sql, type Kysely } from 'kysely';
import { createAsOwner } from './baseline/roles.ts';
import { tenantTable } from './baseline/row-level-security.ts';

/** Which charts look like one person's is the answer of a rule that lists count and page, so it is stored. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createAsOwner(db);
  await possibleDuplicates(db);
  await noteIdentities(db);
}

async function possibleDuplicates(db: Kysely<unknown>): Promise<void> {
  await sql`create table possible_duplicate (
    organization_id uuid not null references organization,
    one_id uuid not null,
    other_id uuid not null check (one_id < other_id),
    likeness text not null check (likeness in ('same-number', 'likely', 'possible')),
    primary key (organization_id, one_id, other_id),
    foreign key (organization_id, one_id) references client on delete cascade,
    foreign key (organization_id, other_id) references client on delete cascade
  )`.execute(db);
  await sql`create index on possible_duplicate (organization_id, other_id)`.execute(db);
  await tenantTable(db, 'possible_duplicate', { grants: ['select', 'insert', 'delete'] });
}

/** Whose chart has to be compared with the others, because who they are changed. Each transaction notes for itself, as it does whose stored answers are old. */
async function noteIdentities(db: Kysely<unknown>): Promise<void> {
  await sql`create table noted_identity (
    organization_id uuid not null references organization,
    client_id uuid not null,
    noted_by xid8 not null default pg_current_xact_id(),
    primary key (organization_id, client_id, noted_by)
  )`.execute(db);
  await tenantTable(db, 'noted_identity', { grants: ['select', 'insert', 'delete'] });
  const identity = (row: string) =>
    sql.join(
      ['first_name', 'last_name', 'preferred_name', 'born_on', 'chart_number', 'superseded_by'].map((column) =>
        sql.ref(`${row}.${column}`),
      ),
    );
  await sql`create function note_identities() returns trigger language plpgsql as $$ begin
    if tg_op = 'INSERT' then
      insert into noted_identity (organization_id, client_id) select organization_id, id from new_rows on conflict do nothing;
    else
      insert into noted_identity (organization_id, client_id) select now.organization_id, now.id
        from new_rows now join old_rows was on was.organization_id = now.organization_id and was.id = now.id
        where (${identity('was')}) is distinct from (${identity('now')}) on conflict do nothing;
    end if;
    return null;
  end $$`.execute(db);
  await sql`create trigger note_identities_on_insert after insert on client referencing new table as new_rows
    for each statement execute function note_identities()`.execute(db);
  await sql`create trigger note_identities_on_update after update on client referencing old table as old_rows new table as new_rows
    for each statement execute function note_identities()`.execute(db);
  // Nobody's charts were compared by this rule yet.
  await sql`insert into noted_identity (organization_id, client_id) select organization_id, id from client where superseded_by is null`.execute(
    db,
  );
  await sql`insert into noted_client (organization_id, client_id, urgent) select organization_id, id, false from client
    where superseded_by is null on conflict do nothing`.execute(db);
  await notMovedByMerges(db);
}

async function notMovedByMerges(db: Kysely<unknown>): Promise<void> {
  await sql`create or replace function client_tables() returns table (id oid, name text) language sql stable set search_path from current as $$
    select c.oid, c.relname::text from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'client_id' and not a.attisdropped
    where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace and c.relname not in
      ('client_projection', 'client_task', 'client_good_news', 'noted_client', 'noted_identity', 'client_name_key') order by c.relname $$`.execute(
    db,
  );
}
