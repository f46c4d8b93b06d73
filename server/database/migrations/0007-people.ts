import { sql, type Kysely, type RawBuilder } from 'kysely';
import { chartMerges } from './chart-merges.ts';
import { appendOnly, enableRowLevelSecurity } from './row-level-security.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ name: string }>`select quote_ident(current_schema()) as name`.execute(db);
  const schema = sql.raw(rows[0]?.name ?? 'public');
  await clients(db, schema);
  await chartMerges(db, schema);
  await records(db);
  await lists(db);
}

/** What a chart says of a person beside names: the program that wrote it, language, and how it is found. */
async function clients(db: Kysely<unknown>, schema: RawBuilder<unknown>): Promise<void> {
  // Small letters without accents, so that Núñez is found by "nunez".
  await sql`create function plain_text(given text) returns text language sql immutable parallel safe return
    lower(translate(given, ${sql.lit(accented.join(''))}, ${sql.lit(plain.join(''))}))`.execute(db);
  await sql`alter table client
    add column intake_program_id uuid,
    add column language text check (length(language) between 1 and 60),
    add column interpreter boolean,
    add column also_found_by text not null default '',
    add column search_text text not null default '',
    add foreign key (organization_id, intake_program_id) references program (organization_id, id)`.execute(db);
  await sql`create function write_search_text() returns trigger language plpgsql as $$
    begin
      new.search_text := ${schema}.plain_text(concat_ws(' ', new.first_name, new.last_name, new.preferred_name, new.chart_number, new.also_found_by));
      return new;
    end $$`.execute(db);
  await sql`create trigger write_search_text before insert or update on client for each row execute function write_search_text()`.execute(
    db,
  );
  await sql`update client set version = version`.execute(db);
}

const pairs: readonly (readonly [string, string])[] = [
  ['àáâãäåāăąÀÁÂÃÄÅĀĂĄ', 'a'],
  ['çćčÇĆČ', 'c'],
  ['ďđĎĐ', 'd'],
  ['èéêëēėęěÈÉÊËĒĖĘĚ', 'e'],
  ['ğĞ', 'g'],
  ['ìíîïīįıÌÍÎÏĪĮİ', 'i'],
  ['ľłĽŁ', 'l'],
  ['ñńňÑŃŇ', 'n'],
  ['òóôõöøōőÒÓÔÕÖØŌŐ', 'o'],
  ['řŘ', 'r'],
  ['śşšŚŞŠ', 's'],
  ['ťţŤŢ', 't'],
  ['ùúûüūůűųÙÚÛÜŪŮŰŲ', 'u'],
  ['ýÿÝŸ', 'y'],
  ['źżžŹŻŽ', 'z'],
  ['’‘`', "'"],
];
const accented = pairs.flatMap(([from]) => Array.from(from));
const plain = pairs.flatMap(([from, to]) => Array.from(from, () => to));

/** How a person is reached, by which numbers others know them, and what was changed in the chart by whom. */
async function records(db: Kysely<unknown>): Promise<void> {
  const ofClient = sql`
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    client_id uuid not null,
    primary key (organization_id, id),
    foreign key (organization_id, client_id) references client (organization_id, id)`;
  await sql`create table contact_line (${ofClient},
    position integer not null,
    whose text not null check (whose in ('own', 'emergency', 'family')),
    name text check (length(name) between 1 and 200),
    relation text check (length(relation) between 1 and 60),
    kind text not null check (kind in ('phone', 'email', 'address')),
    value text not null check (length(value) between 1 and 300),
    message text not null default 'not-asked' check (message in ('yes', 'no', 'not-asked')),
    preferred boolean not null default false,
    check (whose = 'own' or name is not null)
  )`.execute(db);
  await sql`create table client_identifier (${ofClient},
    system text not null check (length(system) between 1 and 60),
    value text not null check (length(value) between 1 and 60)
  )`.execute(db);
  await sql`create unique index one_identifier_a_system on client_identifier (organization_id, lower(system), lower(value))`.execute(db);
  await sql`create table client_change (${ofClient},
    at timestamptz not null,
    by uuid not null,
    version integer not null,
    field text not null,
    was jsonb,
    became jsonb,
    foreign key (organization_id, by) references staff (organization_id, id)
  )`.execute(db);
  for (const table of ['contact_line', 'client_identifier', 'client_change'])
    await sql`create index on ${sql.id(table)} (organization_id, client_id)`.execute(db);
  await enableRowLevelSecurity(db, 'contact_line', ['select', 'insert', 'update', 'delete']);
  await enableRowLevelSecurity(db, 'client_identifier', ['select', 'insert', 'update', 'delete']);
  await enableRowLevelSecurity(db, 'client_change', ['select', 'insert']);
  await appendOnly(db, 'client_change');

  // Two charts that look like one person's and are not: said once, with who said it.
  await sql`create table not_double (
    organization_id uuid not null references organization,
    one_id uuid not null,
    other_id uuid not null check (one_id < other_id),
    by uuid not null,
    at timestamptz not null default now(),
    why text not null check (length(why) between 1 and 500),
    primary key (organization_id, one_id, other_id),
    foreign key (organization_id, one_id) references client (organization_id, id),
    foreign key (organization_id, other_id) references client (organization_id, id),
    foreign key (organization_id, by) references staff (organization_id, id)
  )`.execute(db);
  await enableRowLevelSecurity(db, 'not_double', ['select', 'insert']);
}

/** What the list of clients reads, so that ten thousand of them answer as fast as ten. */
async function lists(db: Kysely<unknown>): Promise<void> {
  await sql`create index client_by_name on client (organization_id, last_name, first_name, id)`.execute(db);
  await sql`create index client_by_intake on client (organization_id, intake_program_id) where intake_program_id is not null`.execute(db);
  await sql`create index client_by_birth on client (organization_id, born_on)`.execute(db);
  await sql`create index on client (organization_id, superseded_by) where superseded_by is not null`.execute(db);
  await sql`create index on adjustment (organization_id, client_id) where outcome_at is null and explained_at is null and amended_at is null`.execute(
    db,
  );
  await sql`create index on safety_concern (organization_id, client_id) where closed_at is null`.execute(db);
  await sql`create index on attendance (organization_id, session_on, client_id) include (status)`.execute(db);
}
