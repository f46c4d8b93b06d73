import { sql, type Kysely } from 'kysely';

/** What the triggers of many tables call. Their tables come later: PostgreSQL looks for them when a trigger runs. */
export async function createGuards(db: Kysely<unknown>): Promise<void> {
  await requestMoment(db);
  await appendOnly(db);
  await mergedClients(db);
}

/** The moment of the request, which its transaction was begun with: the one clock that a rule in SQL reads. Without one it is refused. */
async function requestMoment(db: Kysely<unknown>): Promise<void> {
  await sql`create function request_moment() returns timestamptz language sql stable
    as $$ select current_setting('cairn.moment')::timestamptz $$`.execute(db);
}

/**
 * Two functions of the owner's may change what is append-only: the undoing of an import deletes screens that the import wrote, and a merge
 * gives rows to the surviving client.
 */
async function appendOnly(db: Kysely<unknown>): Promise<void> {
  await sql`create function refuse_change() returns trigger language plpgsql set search_path from current as $$
    declare by_owner boolean := current_user = (select pg_get_userbyid(c.relowner) from pg_class c where c.oid = tg_relid);
    begin
      if by_owner and tg_op = 'DELETE' and tg_table_name in ('screen', 'analyte_result')
        and coalesce(current_setting('cairn.import_rollback', true), '') <> '' then return null; end if;
      if by_owner and tg_op = 'UPDATE'
        and exists (select from pg_trigger t where t.tgrelid = tg_relid and t.tgfoid = 'allow_client_change_only()'::regprocedure)
        and exists (select from client_merge m where m.xact = pg_current_xact_id()) then return null; end if;
      raise exception '% keeps every row as it was written: add an amendment instead', tg_table_name using errcode = 'restrict_violation';
    end $$`.execute(db);
}

async function mergedClients(db: Kysely<unknown>): Promise<void> {
  // In a merge a row that is otherwise kept as it was written changes its client, and nothing else.
  await sql`create function allow_client_change_only() returns trigger language plpgsql set search_path from current as $$
    begin
      if to_jsonb(new) - array['client_id', 'slot_id', 'episode_id'] is distinct from to_jsonb(old) - array['client_id', 'slot_id', 'episode_id']
        or (to_jsonb(new) ->> 'slot_id' is not null and to_jsonb(new) -> 'slot_id' is distinct from to_jsonb(old) -> 'slot_id')
        or not exists (select from client_merge m where m.organization_id = old.organization_id and m.xact = pg_current_xact_id()
          and old.client_id in (m.merged_id, m.surviving_id) and new.client_id in (old.client_id, m.surviving_id)) then
        raise exception '% keeps every row as it was written: add an amendment instead', tg_table_name using errcode = 'restrict_violation';
      end if;
      return new;
    end $$`.execute(db);
  // A row written to a merged client lands on the surviving one. It waits for a merge under way, and reads what the merge left.
  // It runs for each row of every table, and a search path of its own would be set as often: so it names its schema.
  await sql`do $install$ begin execute replace($create$
    create function redirect_merged_client() returns trigger language plpgsql as $$
    declare surviving uuid;
    begin
      select superseded_by into surviving from {schema}.client where organization_id = new.organization_id and id = new.client_id for key share;
      if surviving is not null then new.client_id := surviving; end if;
      return new;
    end $$ $create$, '{schema}', quote_ident(current_schema())); end $install$`.execute(db);
  await sql`create function guard_client_merge() returns trigger language plpgsql set search_path from current as $$
    begin
      if new.superseded_by is distinct from old.superseded_by and not exists (select from client_merge m
        where m.organization_id = new.organization_id and m.surviving_id = new.superseded_by and m.merged_id in (new.id, old.superseded_by)) then
        raise exception 'a chart is merged into another by a signed merge alone' using errcode = 'restrict_violation';
      end if;
      return new;
    end $$`.execute(db);
}
