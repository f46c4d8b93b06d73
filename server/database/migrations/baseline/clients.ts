import { sql, type Kysely } from 'kysely';
import { accented, plain } from './plain-letters.ts';
import { tenantTable } from './row-level-security.ts';

export async function createClients(db: Kysely<unknown>): Promise<void> {
  await clients(db);
  await searchText(db);
  await records(db);
  await notDuplicates(db);
}

async function clients(db: Kysely<unknown>): Promise<void> {
  await sql`create table client (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    chart_number text not null check (length(chart_number) between 1 and 40),
    first_name text not null check (length(first_name) between 1 and 200),
    last_name text not null check (length(last_name) between 1 and 200),
    preferred_name text check (length(preferred_name) between 1 and 200),
    pronouns text,
    born_on date,
    language text check (length(language) between 1 and 60),
    interpreter boolean,
    intake_program_id uuid,
    superseded_by uuid,
    also_found_by text not null default '',
    search_text text not null default '',
    version integer not null default 1,
    created_at timestamptz not null default now(),
    primary key (organization_id, id),
    unique (organization_id, chart_number),
    foreign key (organization_id, superseded_by) references client,
    foreign key (organization_id, intake_program_id) references program
  )`.execute(db);
  // What the list of clients reads, so that ten thousand of them answer as fast as ten.
  await sql`create index client_by_name on client (organization_id, last_name, first_name, id)`.execute(db);
  await sql`create index client_by_intake on client (organization_id, intake_program_id) where intake_program_id is not null`.execute(db);
  await sql`create index client_by_birth on client (organization_id, born_on)`.execute(db);
  await sql`create index on client (organization_id, superseded_by) where superseded_by is not null`.execute(db);
  await tenantTable(db, 'client');
  await sql`create trigger guard_client_merge before update of superseded_by on client for each row execute function guard_client_merge()`.execute(
    db,
  );
}

/** Small letters without accents, so that Núñez is found by "nunez". */
async function searchText(db: Kysely<unknown>): Promise<void> {
  await sql`create function plain_text(given text) returns text language sql immutable parallel safe return
    lower(translate(given, ${sql.lit(accented)}, ${sql.lit(plain)}))`.execute(db);
  await sql`create function write_search_text() returns trigger language plpgsql as $$
    begin
      new.search_text := plain_text(concat_ws(' ', new.first_name, new.last_name, new.preferred_name, new.chart_number, new.also_found_by));
      return new;
    end $$`.execute(db);
  await sql`create trigger write_search_text before insert or update on client for each row execute function write_search_text()`.execute(
    db,
  );
}

/** How a person is reached, by which numbers others know them, and what was changed in the chart by whom. */
async function records(db: Kysely<unknown>): Promise<void> {
  await sql`create table contact_line (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    client_id uuid not null,
    position integer not null,
    whose text not null check (whose in ('own', 'emergency', 'family')),
    name text check (length(name) between 1 and 200),
    relation text check (length(relation) between 1 and 60),
    kind text not null check (kind in ('phone', 'email', 'address')),
    value text not null check (length(value) between 1 and 300),
    message text not null default 'not-asked' check (message in ('yes', 'no', 'not-asked')),
    preferred boolean not null default false,
    primary key (organization_id, id),
    check (whose = 'own' or name is not null),
    foreign key (organization_id, client_id) references client
  )`.execute(db);
  await sql`create index on contact_line (organization_id, client_id)`.execute(db);
  await tenantTable(db, 'contact_line', { grants: ['select', 'insert', 'update', 'delete'], ofClient: true });

  await sql`create table client_identifier (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    client_id uuid not null,
    system text not null check (length(system) between 1 and 60),
    value text not null check (length(value) between 1 and 60),
    primary key (organization_id, id),
    foreign key (organization_id, client_id) references client
  )`.execute(db);
  await sql`create unique index one_identifier_a_system on client_identifier (organization_id, lower(system), lower(value))`.execute(db);
  await sql`create index on client_identifier (organization_id, client_id)`.execute(db);
  await tenantTable(db, 'client_identifier', { grants: ['select', 'insert', 'update', 'delete'], ofClient: true });

  await sql`create table client_change (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    client_id uuid not null,
    at timestamptz not null,
    by uuid not null,
    version integer not null,
    field text not null,
    was jsonb,
    became jsonb,
    primary key (organization_id, id),
    foreign key (organization_id, client_id) references client,
    foreign key (organization_id, by) references staff
  )`.execute(db);
  await sql`create index on client_change (organization_id, client_id)`.execute(db);
  await tenantTable(db, 'client_change', { grants: ['select', 'insert'], ofClient: true, appendOnly: true });
}

/** Two charts that look like one person's and are not: recorded once, with who decided it. */
async function notDuplicates(db: Kysely<unknown>): Promise<void> {
  await sql`create table not_duplicate (
    organization_id uuid not null references organization,
    one_id uuid not null,
    other_id uuid not null check (one_id < other_id),
    by uuid not null,
    at timestamptz not null default now(),
    why text not null check (length(why) between 1 and 500),
    primary key (organization_id, one_id, other_id),
    foreign key (organization_id, one_id) references client,
    foreign key (organization_id, other_id) references client,
    foreign key (organization_id, by) references staff
  )`.execute(db);
  await sql`create index on not_duplicate (organization_id, other_id)`.execute(db);
  await tenantTable(db, 'not_duplicate', { grants: ['select', 'insert'] });
}
