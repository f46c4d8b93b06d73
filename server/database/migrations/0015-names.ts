import { sql, type Kysely } from 'kysely';
import { createAsOwner } from './baseline/roles.ts';
import { tenantTable } from './baseline/row-level-security.ts';
import { from, to } from './names/letters.ts';

/** Names are folded, ordered and found by one rule, whatever collations the server has. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createAsOwner(db);
  await functionsOfNames(db);
  await orderOfClients(db);
  await keysOfClients(db);
}

/** The rule of `src/domain/people/names.ts`, for what is stored. No part of it asks the collation or the locale of the server. */
async function functionsOfNames(db: Kysely<unknown>): Promise<void> {
  const ascii = sql`translate(lower(given collate "C"), E'\`\\t\\r\\n', E'''   ')`;
  const bare = sql`translate(regexp_replace(normalize(given, nfd), '[\\u0300-\\u036f]', '', 'g'), ${sql.lit(from)}, ${sql.lit(to)})`;
  const doubled = [
    ['ß', 'ss'],
    ['ẞ', 'ss'],
    ['æ', 'ae'],
    ['Æ', 'ae'],
    ['œ', 'oe'],
    ['Œ', 'oe'],
    ['þ', 'th'],
    ['Þ', 'th'],
  ].reduce((text, [one = '', two = '']) => sql`replace(${text}, ${sql.lit(one)}, ${sql.lit(two)})`, bare);
  await sql`create or replace function plain_text(given text) returns text language sql immutable parallel safe return
    btrim(regexp_replace(case when octet_length(given) = length(given) then ${ascii} else ${doubled} end, ' +', ' ', 'g'))`.execute(db);
  await sql`create function name_order(given text) returns text language sql immutable parallel safe return
    btrim(regexp_replace(regexp_replace(plain_text(given), '[''".]', '', 'g'), '[ (),/&_-]+', ' ', 'g'))`.execute(db);
  await sql`create function name_words(given text) returns text[] language sql immutable parallel safe return
    string_to_array(btrim(regexp_replace(plain_text(given), '[ ''"().,/&_-]+', ' ', 'g')), ' ')`.execute(db);
}

/**
 * By family name, then by the name that somebody is called by. A tab comes before every letter, so that a shorter family name comes first. Who has one name is ordered by it,
 * whichever of the two it is written as.
 */
const sortName = (row: string) =>
  sql`concat_ws(E'\\t', nullif(name_order(${sql.ref(`${row}.last_name`)}), ''),
    nullif(name_order(coalesce(${sql.ref(`${row}.preferred_name`)}, ${sql.ref(`${row}.first_name`)})), ''))`;

async function orderOfClients(db: Kysely<unknown>): Promise<void> {
  await sql`alter table client add column sort_name text collate "C" not null default ''`.execute(db);
  await sql`drop trigger write_search_text on client`.execute(db);
  await sql`drop function write_search_text()`.execute(db);
  await sql`alter table client drop column search_text`.execute(db);
  await sql`create function write_sort_name() returns trigger language plpgsql as $$ begin
    new.sort_name := ${sortName('new')};
    return new;
  end $$`.execute(db);
  await sql`create trigger write_sort_name before insert or update on client for each row execute function write_sort_name()`.execute(db);
  // Nobody's record changes by this, so nobody's stored answers become old.
  await sql`alter table client disable trigger user`.execute(db);
  await sql`update client set sort_name = ${sortName('client')}`.execute(db);
  await sql`alter table client enable trigger user`.execute(db);
  await sql`drop index client_by_name`.execute(db);
  await sql`create index client_by_name on client (organization_id, sort_name, id) where superseded_by is null`.execute(db);
}

/** What each client is found by. A chart that was merged into another is found through that one. */
async function keysOfClients(db: Kysely<unknown>): Promise<void> {
  await sql`create table client_name_key (
    organization_id uuid not null references organization,
    key text collate "C" not null,
    client_id uuid not null,
    undated boolean not null,
    primary key (organization_id, key, client_id),
    foreign key (organization_id, client_id) references client on delete cascade
  )`.execute(db);
  await sql`create index on client_name_key (organization_id, client_id, key)`.execute(db);
  // Charts without a birth date are few, and may be anybody's of like name.
  await sql`create index client_name_key_undated on client_name_key (organization_id, key) where undated`.execute(db);
  await tenantTable(db, 'client_name_key', { grants: ['select', 'insert', 'delete'] });

  // Each word of a name with everything behind it; a number without the zeros in front of it too.
  const keys = (rows: string) => sql`insert into client_name_key (organization_id, client_id, key, undated)
    select distinct own.organization_id, own.id, found.key, own.born_on is null from ${sql.table(rows)} own,
      unnest(array[own.first_name, own.last_name, own.preferred_name, own.also_found_by, own.chart_number]) given(text),
      lateral (select name_words(given.text) as words offset 0) split, generate_subscripts(split.words, 1) word,
      lateral (select array_to_string(split.words[word:], '') as key offset 0) whole,
      lateral (select whole.key union select ltrim(whole.key, '0') where whole.key like '0%') found
    where own.superseded_by is null and found.key <> ''`;
  const found = (row: string) =>
    sql.join(
      ['first_name', 'last_name', 'preferred_name', 'also_found_by', 'chart_number', 'superseded_by'].map((column) =>
        sql.ref(`${row}.${column}`),
      ),
    );
  await sql`create function write_name_keys() returns trigger language plpgsql as $$ begin
    if tg_op = 'INSERT' then
      ${keys('new_rows')};
    else
      delete from client_name_key own using old_rows was join new_rows now on now.organization_id = was.organization_id and now.id = was.id
        where own.organization_id = was.organization_id and own.client_id = was.id
          and (${found('was')}, was.born_on is null) is distinct from (${found('now')}, now.born_on is null);
      ${keys('new_rows')} and not exists (select from client_name_key known where known.organization_id = own.organization_id and known.client_id = own.id);
    end if;
    return null;
  end $$`.execute(db);
  await sql`create trigger write_name_keys_on_insert after insert on client referencing new table as new_rows
    for each statement execute function write_name_keys()`.execute(db);
  await sql`create trigger write_name_keys_on_update after update on client referencing old table as old_rows new table as new_rows
    for each statement execute function write_name_keys()`.execute(db);
  await sql`${keys('client')}`.execute(db);
  await notMovedByMerges(db);
}

/** What a client is found by is written from their chart, and moves to nobody. */
async function notMovedByMerges(db: Kysely<unknown>): Promise<void> {
  await sql`create or replace function client_tables() returns table (id oid, name text) language sql stable set search_path from current as $$
    select c.oid, c.relname::text from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'client_id' and not a.attisdropped
    where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace
      and c.relname not in ('client_projection', 'client_task', 'client_good_news', 'noted_client', 'client_name_key') order by c.relname $$`.execute(
    db,
  );
}
