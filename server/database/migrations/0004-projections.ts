import { sql, type Kysely } from 'kysely';
import { tenantTable } from './baseline/row-level-security.ts';
import { noteTouchedClients } from './projections/noted-clients.ts';

/** The answers of rules that lists count and order by. They are worked out by the domain, stored, and never edited. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`select set_config('search_path', quote_ident(current_schema()) || ', pg_temp', true)`.execute(db);
  await basis(db);
  await perClient(db);
  await tasks(db);
  await goodNews(db);
  await noteTouchedClients(db);
  await leftOutOfMerges(db);
}

/** What was worked out of a client is no record of theirs: a merge works it out anew instead of moving it. */
async function leftOutOfMerges(db: Kysely<unknown>): Promise<void> {
  await sql`create or replace function client_tables() returns table (id oid, name text) language sql stable set search_path from current as $$
    select c.oid, c.relname::text from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'client_id' and not a.attisdropped
    where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace
      and c.relname not in ('client_projection', 'client_task', 'client_good_news', 'noted_client') order by c.relname $$`.execute(db);
}

/** Settings, closures and time zones are read by every client's rules: a change of one makes all answers old at once. */
async function basis(db: Kysely<unknown>): Promise<void> {
  await sql`create table projection_basis (
    organization_id uuid primary key references organization,
    version integer not null default 1,
    raised_by xid8
  )`.execute(db);
  await tenantTable(db, 'projection_basis');
  await sql`insert into projection_basis (organization_id) select id from organization`.execute(db);
  await sql`create function begin_projection_basis() returns trigger language plpgsql as $$ begin
    insert into projection_basis (organization_id) values (new.id);
    return null;
  end $$`.execute(db);
  await sql`create trigger begin_projection_basis after insert on organization for each row execute function begin_projection_basis()`.execute(
    db,
  );
  await sql`create function raise_projection_basis() returns trigger language plpgsql as $$ begin
    update projection_basis set version = version + 1, raised_by = pg_current_xact_id()
      where organization_id = case when tg_table_name = 'organization' then (to_jsonb(coalesce(new, old)) ->> 'id')::uuid
        else (to_jsonb(coalesce(new, old)) ->> 'organization_id')::uuid end;
    return null;
  end $$`.execute(db);
  await sql`create trigger raise_projection_basis after update of settings, time_zone on organization
    for each row execute function raise_projection_basis()`.execute(db);
  await sql`create trigger raise_projection_basis after update of time_zone on site
    for each row execute function raise_projection_basis()`.execute(db);
  // Days on which one program or site is closed cancel its sessions, and are no closed days of a clock.
  for (const [event, closed] of [
    ['insert', ['new']],
    ['update', ['old', 'new']],
    ['delete', ['old']],
  ] as const) {
    const forAll = sql.join(
      closed.map((row) => sql`(${sql.ref(`${row}.program_id`)} is null and ${sql.ref(`${row}.site_id`)} is null)`),
      sql` or `,
    );
    await sql`create trigger ${sql.id(`raise_projection_basis_on_${event}`)} after ${sql.raw(event)} on closure
      for each row when (${forAll}) execute function raise_projection_basis()`.execute(db);
  }
}

/** Until when a client's stored answers hold if nothing else happens, and what they were worked out from. */
async function perClient(db: Kysely<unknown>): Promise<void> {
  await sql`create table client_projection (
    organization_id uuid not null references organization,
    client_id uuid not null,
    rule_version integer not null,
    basis_version integer not null,
    from_at timestamptz not null,
    until_at timestamptz not null,
    primary key (organization_id, client_id),
    foreign key (organization_id, client_id) references client on delete cascade
  )`.execute(db);
  await tenantTable(db, 'client_projection', { grants: ['select', 'insert', 'update', 'delete'] });
}

/** The tasks of each client in care, each with the span of time in which it stands. */
async function tasks(db: Kysely<unknown>): Promise<void> {
  await sql`create table client_task (
    organization_id uuid not null references organization,
    client_id uuid not null,
    ordinal smallint not null,
    kind text not null,
    tier smallint not null,
    due_at timestamptz,
    snoozed boolean not null,
    from_at timestamptz not null,
    until_at timestamptz not null check (until_at > from_at),
    primary key (organization_id, client_id, ordinal),
    foreign key (organization_id, client_id) references client on delete cascade
  )`.execute(db);
  await tenantTable(db, 'client_task', { grants: ['select', 'insert', 'delete'] });
}

async function goodNews(db: Kysely<unknown>): Promise<void> {
  await sql`create table client_good_news (
    organization_id uuid not null references organization,
    client_id uuid not null,
    ordinal smallint not null,
    kind text not null,
    from_at timestamptz not null,
    until_at timestamptz not null check (until_at > from_at),
    primary key (organization_id, client_id, ordinal),
    foreign key (organization_id, client_id) references client on delete cascade
  )`.execute(db);
  await tenantTable(db, 'client_good_news', { grants: ['select', 'insert', 'delete'] });
}
