import { sql, type Kysely, type RawBuilder } from 'kysely';
import { mergeFunctions } from './chart-merge-functions.ts';
import { appendOnly, followsMerges, keptButForClient, enableRowLevelSecurity } from './row-level-security.ts';

/**
 * One person's two charts become one. Every row that names its client moves, so that no reader has to know of merges;
 * what was, who joined them and why stays in `chart_merge`, and each row's move in `chart_merge_part`.
 */
export async function chartMerges(db: Kysely<unknown>, schema: RawBuilder<unknown>): Promise<void> {
  await tables(db);
  await guards(db, schema);
  await mergeFunctions(db, schema);
}

async function tables(db: Kysely<unknown>): Promise<void> {
  await sql`create table chart_merge (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    folded_id uuid not null,
    standing_id uuid not null check (standing_id <> folded_id),
    folded_number text not null,
    why text not null check (length(why) between 1 and 500),
    by uuid not null,
    at timestamptz not null default now(),
    xact xid8 not null default pg_current_xact_id(),
    primary key (organization_id, id),
    unique (organization_id, folded_id),
    foreign key (organization_id, folded_id) references client (organization_id, id),
    foreign key (organization_id, standing_id) references client (organization_id, id),
    foreign key (organization_id, by) references staff (organization_id, id)
  )`.execute(db);
  await sql`create index on chart_merge (organization_id, standing_id)`.execute(db);
  await sql`create index on chart_merge (xact)`.execute(db);
  await sql`create table chart_merge_part (
    organization_id uuid not null references organization,
    merge_id uuid not null,
    found_in text not null,
    moved jsonb not null default '[]',
    set_aside jsonb not null default '[]',
    primary key (organization_id, merge_id, found_in),
    foreign key (organization_id, merge_id) references chart_merge (organization_id, id)
  )`.execute(db);
  // The function below writes them, and nobody else.
  for (const table of ['chart_merge', 'chart_merge_part']) {
    await enableRowLevelSecurity(db, table, ['select']);
    await appendOnly(db, table);
  }
}

/** What was kept as it was written may change its client in a merge, and nothing else; what is written to a folded chart lands on the standing one. */
async function guards(db: Kysely<unknown>, schema: RawBuilder<unknown>): Promise<void> {
  await sql`create function keep_all_but_client() returns trigger language plpgsql as $$
    begin
      if to_jsonb(new) - array['client_id', 'slot_id', 'episode_id'] is distinct from to_jsonb(old) - array['client_id', 'slot_id', 'episode_id']
        or (to_jsonb(new) ->> 'slot_id' is not null and to_jsonb(new) -> 'slot_id' is distinct from to_jsonb(old) -> 'slot_id')
        or not exists (select from ${schema}.chart_merge m where m.organization_id = old.organization_id and m.xact = pg_current_xact_id()
          and old.client_id in (m.folded_id, m.standing_id) and new.client_id in (old.client_id, m.standing_id)) then
        raise exception '% keeps every row as it was written: add an amendment instead', tg_table_name using errcode = 'restrict_violation';
      end if;
      return new;
    end $$`.execute(db);
  await sql`create or replace function refuse_change() returns trigger language plpgsql as $$
    begin
      if tg_op = 'UPDATE' and current_user = (select pg_get_userbyid(c.relowner) from pg_class c where c.oid = tg_relid)
        and exists (select from pg_trigger t where t.tgrelid = tg_relid and t.tgfoid = '${schema}.keep_all_but_client()'::regprocedure)
        and exists (select from ${schema}.chart_merge m where m.xact = pg_current_xact_id()) then return null; end if;
      raise exception '% keeps every row as it was written: add an amendment instead', tg_table_name using errcode = 'restrict_violation';
    end $$`.execute(db);
  await sql`create function follow_merge() returns trigger language plpgsql as $$
    declare stands uuid;
    begin
      -- Waits for a merge under way: its row is then read as the merge left it.
      select superseded_by into stands from ${schema}.client where organization_id = new.organization_id and id = new.client_id for key share;
      if stands is not null then new.client_id := stands; end if;
      return new;
    end $$`.execute(db);
  await sql`create function guard_merge() returns trigger language plpgsql as $$
    begin
      if new.superseded_by is distinct from old.superseded_by and not exists (select from ${schema}.chart_merge m
        where m.organization_id = new.organization_id and m.standing_id = new.superseded_by and m.folded_id in (new.id, old.superseded_by)) then
        raise exception 'a chart is folded into another by a signed merge alone' using errcode = 'restrict_violation';
      end if;
      return new;
    end $$`.execute(db);
  await sql`create trigger guard_merge before update of superseded_by on client for each row execute function guard_merge()`.execute(db);
  const { rows } = await sql<{ name: string; kept: boolean }>`select c.relname as name,
      exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgfoid = 'refuse_change()'::regprocedure) as kept
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'client_id' and not a.attisdropped
    where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace`.execute(db);
  for (const { name, kept } of rows) {
    await followsMerges(db, name);
    if (kept) await keptButForClient(db, name);
  }
}
