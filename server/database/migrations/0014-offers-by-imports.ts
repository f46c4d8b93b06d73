import { sql, type Kysely } from 'kysely';
import { createAsOwner } from './baseline/roles.ts';

/** Screens that an import of medications offers to be read again are taken back with it, unless somebody has answered. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createAsOwner(db);
  await sql`alter table reinterpretation_answer alter column by drop not null,
    add constraint reinterpretation_answer_by_check check (by is not null or answer = 'overtaken')`.execute(db);
  await takenBack(db);
  await undo(db);
}

async function takenBack(db: Kysely<unknown>): Promise<void> {
  await sql`create or replace function refuse_change() returns trigger language plpgsql set search_path from current as $$
    declare by_owner boolean := current_user = (select pg_get_userbyid(c.relowner) from pg_class c where c.oid = tg_relid);
    begin
      if by_owner and tg_op = 'DELETE' and tg_table_name in ('screen', 'analyte_result', 'reinterpretation', 'reinterpretation_answer')
        and coalesce(current_setting('cairn.import_rollback', true), '') <> '' then return null; end if;
      if by_owner and tg_op = 'UPDATE'
        and exists (select from pg_trigger t where t.tgrelid = tg_relid and t.tgfoid = 'allow_client_change_only()'::regprocedure)
        and exists (select from client_merge m where m.xact = pg_current_xact_id()) then return null; end if;
      raise exception '% keeps every row as it was written: add an amendment instead', tg_table_name using errcode = 'restrict_violation';
    end $$`.execute(db);
}

async function undo(db: Kysely<unknown>): Promise<void> {
  await sql`create or replace function undo_import(batch uuid, undone integer[]) returns integer
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
      -- An offer that one of the import's overtook is open again.
      execute made || 'delete from reinterpretation_answer d using made, reinterpretation offer where d.organization_id = $1 and made.t = ''reinterpretation''
        and offer.organization_id = $1 and offer.id = made.id and d.client_id = offer.client_id and d.answer = ''overtaken'' and d.by is null
        and d.at = offer.offered_at' using org, batch, undone;
      foreach name in array array['safety_concern', 'adjustment', 'reinterpretation'] loop
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
}
