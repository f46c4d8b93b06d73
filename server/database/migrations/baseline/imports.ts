import { sql, type Kysely } from 'kysely';
import { appRole } from '../../roles.ts';
import { tenantTable } from './row-level-security.ts';

export async function createImports(db: Kysely<unknown>): Promise<void> {
  await batches(db);
  await rows(db);
  await undo(db);
}

/** A file of another system, how its columns are read, and how far it has come. */
async function batches(db: Kysely<unknown>): Promise<void> {
  await sql`create table import_source (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    name text not null check (length(name) between 1 and 80),
    mappings jsonb not null default '{}',
    primary key (organization_id, id),
    unique (organization_id, name)
  )`.execute(db);
  await tenantTable(db, 'import_source');

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
    heartbeat_at timestamptz,
    undo_until timestamptz,
    undone_by uuid,
    undone_at timestamptz,
    stopped_because text,
    version integer not null default 1,
    primary key (organization_id, id),
    foreign key (organization_id, source_id) references import_source,
    foreign key (organization_id, opened_by) references staff,
    foreign key (organization_id, run_by) references staff,
    foreign key (organization_id, undone_by) references staff
  )`.execute(db);
  await sql`create index on import_batch (organization_id, opened_at desc)`.execute(db);
  await tenantTable(db, 'import_batch', { grants: ['select', 'insert', 'update', 'delete'] });
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
    foreign key (organization_id, import_id) references import_batch on delete cascade
  )`.execute(db);
  await sql`create index on import_row (organization_id, import_id, state, sorted_by, row)`.execute(db);
  await sql`create index on import_row (organization_id, import_id, key)`.execute(db);
  await sql`create index on import_row (organization_id, import_id, shared_key)`.execute(db);
  await tenantTable(db, 'import_row', { grants: ['select', 'insert', 'update', 'delete'], ofClient: true });
}

/**
 * An import can be undone within its day, and then what it wrote was never there: the one way in which a screen is deleted. Only this function may,
 * only rows that the import noted as its own, and only where nothing else refers to them.
 */
async function undo(db: Kysely<unknown>): Promise<void> {
  await sql`create function undo_import(batch uuid, undone integer[]) returns integer
    language plpgsql security definer set search_path from current as $$
    declare
      org uuid := nullif(current_setting('cairn.organization', true), '')::uuid;
      made text := 'with made as materialized (
        select x ->> ''table'' as t, (x ->> ''id'')::uuid as id, (x ->> ''clientId'')::uuid as c from import_row r, jsonb_array_elements(r.written) x
        where r.organization_id = $1 and r.import_id = $2 and r.row = any($3) and r.state = ''in'' and r.in_at > request_moment() - interval ''24 hours''
          and x -> ''was'' = ''null'') ';
      name text;
    begin
      perform set_config('cairn.import_rollback', batch::text, true);
      execute made || 'delete from adjustment_result a where a.organization_id = $1 and (a.screen_id in (select id from made where t = ''screen'')
        or a.adjustment_id in (select id from made where t = ''adjustment''))' using org, batch, undone;
      foreach name in array array['safety_concern', 'adjustment'] loop
        execute made || format('delete from %I d using made where d.organization_id = $1 and made.t = $4 and d.id = made.id', name)
          using org, batch, undone, name;
      end loop;
      foreach name in array array['screen_reading', 'analyte_result'] loop
        execute made || format('delete from %I d using made where d.organization_id = $1 and made.t = ''screen'' and d.screen_id = made.id', name)
          using org, batch, undone;
      end loop;
      -- A booking that nobody has marked follows from the enrollment, and goes with it.
      execute made || 'delete from attendance d using made, group_enrollment p where d.organization_id = $1 and made.t = ''group_enrollment''
        and p.organization_id = $1 and p.id = made.id and d.client_id = p.client_id and d.status = ''booked'' and d.recorded_by is null
        and d.session_on >= p.from_on' using org, batch, undone;
      execute made || 'delete from attendance d using made where d.organization_id = $1 and made.t = ''attendance'' and d.session_id = made.id
        and d.client_id = made.c' using org, batch, undone;
      foreach name in array array['screen', 'screen_slot', 'session', 'medication', 'prescribed_hours', 'level_span', 'group_enrollment', 'episode', 'client'] loop
        execute made || format('delete from %I d using made where d.organization_id = $1 and made.t = $4 and d.id = made.id', name)
          using org, batch, undone, name;
      end loop;
      perform set_config('cairn.import_rollback', '', true);
      return coalesce(array_length(undone, 1), 0);
    end $$`.execute(db);
  await sql`revoke all on function undo_import(uuid, integer[]) from public`.execute(db);
  await sql`grant execute on function undo_import(uuid, integer[]) to ${sql.id(appRole)}`.execute(db);
}
