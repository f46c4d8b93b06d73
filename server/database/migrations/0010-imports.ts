import { sql, type Kysely } from 'kysely';
import { appRole, enableRowLevelSecurity } from './row-level-security.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table import_source (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    name text not null check (length(name) between 1 and 80),
    mappings jsonb not null default '{}',
    primary key (organization_id, id),
    unique (organization_id, name)
  )`.execute(db);
  await enableRowLevelSecurity(db, 'import_source');

  await sql`create table import_batch (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    source_id uuid,
    file_name text not null check (length(file_name) between 1 and 200),
    state text not null default 'matching' check (state in ('matching', 'checking', 'checked', 'importing', 'in', 'undone')),
    kind text,
    header text[] not null,
    columns_seen jsonb not null,
    mapping jsonb,
    rows integer not null,
    done integer not null default 0,
    of_rows integer not null default 0,
    in_rows integer not null default 0,
    at_row integer not null default 0,
    runs integer not null default 0,
    opened_by uuid not null,
    opened_at timestamptz not null,
    run_by uuid,
    run_at timestamptz,
    seconds numeric not null default 0,
    beaten_at timestamptz,
    undo_until timestamptz,
    undone_by uuid,
    undone_at timestamptz,
    stopped_because text,
    version integer not null default 1,
    primary key (organization_id, id),
    foreign key (organization_id, source_id) references import_source (organization_id, id),
    foreign key (organization_id, opened_by) references staff (organization_id, id),
    foreign key (organization_id, run_by) references staff (organization_id, id),
    foreign key (organization_id, undone_by) references staff (organization_id, id)
  )`.execute(db);
  await sql`create index on import_batch (organization_id, opened_at desc)`.execute(db);
  await enableRowLevelSecurity(db, 'import_batch', ['select', 'insert', 'update', 'delete']);
  await rows(db);
  await takenBack(db);
}

/** A row of a file as it stood there, what was put right in it, what is wrong with it, and what came of it. */
async function rows(db: Kysely<unknown>): Promise<void> {
  await sql`create table import_row (
    organization_id uuid not null references organization,
    import_id uuid not null,
    row integer not null,
    line integer not null,
    state text not null default 'read' check (state in ('read', 'ready', 'fix', 'here', 'update', 'skipped', 'in')),
    cells text[] not null,
    fixes jsonb,
    key text,
    shared_key text,
    shared_facts text,
    sorted_by text,
    client_id uuid,
    problems jsonb,
    changes jsonb,
    kept_columns text[] not null default '{}',
    passed integer not null default 0,
    written jsonb,
    in_at timestamptz,
    primary key (organization_id, import_id, row),
    foreign key (organization_id, import_id) references import_batch (organization_id, id) on delete cascade
  )`.execute(db);
  await sql`create index on import_row (organization_id, import_id, state, sorted_by, row)`.execute(db);
  await sql`create index on import_row (organization_id, import_id, key)`.execute(db);
  await sql`create index on import_row (organization_id, import_id, shared_key)`.execute(db);
  await enableRowLevelSecurity(db, 'import_row', ['select', 'insert', 'update', 'delete']);
}

/**
 * An import can be taken back within its day, and then what it wrote was never there: the one way in which a screen is deleted. Only this function may,
 * only rows that the import says it wrote, and only where nothing else refers to them.
 */
async function takenBack(db: Kysely<unknown>): Promise<void> {
  await sql`create or replace function refuse_change() returns trigger language plpgsql as $$ begin
    if tg_op = 'DELETE' and tg_table_name in ('screen', 'analyte_result') and coalesce(current_setting('cairn.taking_back', true), '') <> ''
      and current_user <> '${sql.raw(appRole)}' then return null; end if;
    -- A merge of two charts moves rows as before.
    if tg_op = 'UPDATE' and current_user = (select pg_get_userbyid(c.relowner) from pg_class c where c.oid = tg_relid)
      and exists (select from pg_trigger t where t.tgrelid = tg_relid and t.tgfoid = to_regprocedure('keep_all_but_client()'))
      and exists (select from chart_merge m where m.xact = pg_current_xact_id()) then return null; end if;
    raise exception '% keeps every row as it was written: add an amendment instead', tg_table_name using errcode = 'restrict_violation'; end $$`.execute(
    db,
  );
  await sql`do $install$ begin execute format($create$
    create function take_back_import(batch uuid, taken integer[]) returns integer language plpgsql security definer set search_path = %I, pg_temp as $body$
    declare
      org uuid := nullif(current_setting('cairn.organization', true), '')::uuid;
      made text := 'select x ->> ''table'' as t, (x ->> ''id'')::uuid as id, (x ->> ''clientId'')::uuid as c from import_row r, jsonb_array_elements(r.written) x
        where r.organization_id = $1 and r.import_id = $2 and r.row = any($3) and r.state = ''in'' and r.in_at > request_moment() - interval ''24 hours'' and x -> ''was'' = ''null''';
      name text;
    begin
      perform set_config('cairn.taking_back', batch::text, true);
      execute 'with made as materialized (' || made || ') delete from adjustment_result a where a.organization_id = $1 and
        (a.screen_id in (select id from made where t = ''screen'') or a.adjustment_id in (select id from made where t = ''adjustment''))' using org, batch, taken;
      foreach name in array array['safety_concern', 'adjustment'] loop
        execute 'with made as materialized (' || made || ') delete from ' || quote_ident(name) || ' d using made where d.organization_id = $1 and made.t = $4 and d.id = made.id'
          using org, batch, taken, name;
      end loop;
      foreach name in array array['screen_reading', 'analyte_result'] loop
        execute 'with made as materialized (' || made || ') delete from ' || quote_ident(name) || ' d using made where d.organization_id = $1 and made.t = ''screen'' and d.screen_id = made.id'
          using org, batch, taken;
      end loop;
      execute 'with made as materialized (' || made || ') delete from attendance d using made, group_place p where d.organization_id = $1 and made.t = ''group_place''
        and p.organization_id = $1 and p.id = made.id and d.client_id = p.client_id and d.status = ''booked'' and d.recorded_by is null and d.session_on >= p.from_on'
        using org, batch, taken;
      execute 'with made as materialized (' || made || ') delete from attendance d using made where d.organization_id = $1 and made.t = ''attendance'' and d.session_id = made.id and d.client_id = made.c'
        using org, batch, taken;
      foreach name in array array['screen', 'screen_slot', 'session', 'medication', 'prescribed_hours', 'level_span', 'group_place', 'episode', 'client'] loop
        execute 'with made as materialized (' || made || ') delete from ' || quote_ident(name) || ' d using made where d.organization_id = $1 and made.t = $4 and d.id = made.id'
          using org, batch, taken, name;
      end loop;
      perform set_config('cairn.taking_back', '', true);
      return coalesce(array_length(taken, 1), 0);
    end $body$ $create$, current_schema()); end $install$`.execute(db);
  await sql`revoke all on function take_back_import(uuid, integer[]) from public`.execute(db);
  await sql`grant execute on function take_back_import(uuid, integer[]) to ${sql.id(appRole)}`.execute(db);
  // Deleting a session or a slot looks for the screens that name it.
  await sql`create index on screen (organization_id, session_id)`.execute(db);
  await sql`create index on screen (organization_id, slot_id)`.execute(db);
}
