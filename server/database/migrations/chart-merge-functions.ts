import { sql, type Kysely, type RawBuilder } from 'kysely';
import { appRole } from './row-level-security.ts';

type Schema = RawBuilder<unknown>;

/**
 * `chart_conflicts` shows, behind the wall, what both charts hold and only one may; `merge_charts` is the one way in which a row changes its client.
 * It runs as the tables' owner, and so looks at the organization of the request itself.
 */
export async function mergeFunctions(db: Kysely<unknown>, schema: Schema): Promise<void> {
  await conflicts(db, schema);
  await counts(db, schema);
  await episodes(db, schema);
  await rows(db, schema);
  await merge(db, schema);
  const own = [
    'join_open_episodes(uuid, uuid, uuid, uuid)',
    'set_aside(uuid, uuid, uuid, uuid, jsonb)',
    'move_rows(uuid, uuid, uuid, uuid)',
  ];
  for (const name of [...own, 'merge_charts(uuid, uuid, uuid, text, jsonb)'])
    await sql`revoke all on function ${sql.raw(name)} from public`.execute(db);
  await sql`grant execute on function merge_charts(uuid, uuid, uuid, text, jsonb) to ${sql.id(appRole)}`.execute(db);
}

/** Where a unique key would be broken by the move, and which row stands by rule: null where a person has to choose. */
async function conflicts(db: Kysely<unknown>, schema: Schema): Promise<void> {
  await sql`create function chart_tables() returns table (id oid, name text) language sql stable set search_path = ${schema}, pg_temp as $$
    select c.oid, c.relname::text from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'client_id' and not a.attisdropped
    where c.relkind = 'r' and c.relnamespace = '${schema}'::regnamespace order by c.relname $$`.execute(db);
  await sql`create function chart_rule(found_in text, f jsonb, s jsonb) returns text language sql stable set search_path = ${schema}, pg_temp as $$
    select case
      when exists (select from pg_trigger t where t.tgrelid = to_regclass(quote_ident(found_in)) and t.tgfoid = 'refuse_change()'::regprocedure) then 'left'
      when found_in = 'screen_slot' then case
        when not exists (select from screen x where x.organization_id = (f ->> 'organization_id')::uuid and x.slot_id = (f ->> 'id')::uuid) then 'surviving'
        when not exists (select from screen x where x.organization_id = (s ->> 'organization_id')::uuid and x.slot_id = (s ->> 'id')::uuid) then 'merged'
        else 'both' end
      when found_in = 'attendance' and f ->> 'status' = 'booked' then 'surviving'
      when found_in = 'attendance' and s ->> 'status' = 'booked' then 'merged'
      when found_in = 'group_place' then case when f ->> 'from_on' < s ->> 'from_on' then 'merged' else 'surviving' end
      when f - noise = s - noise then 'surviving' end
    from (select array['id', 'client_id', 'version', 'created_at', 'recorded_by', 'recorded_at', 'changed_by', 'changed_at', 'at', 'by'] as noise) n $$`.execute(
    db,
  );
  await sql`create function chart_conflicts(folded uuid, standing uuid) returns table (found_in text, key text, folded_row jsonb, standing_row jsonb, keeps text)
    language plpgsql stable set search_path = ${schema}, pg_temp as $$
    declare one record;
    begin
      for one in
        select o.name, coalesce(pg_get_expr(i.indpred, i.indrelid), 'true') as pred, k.parts, k.meets
        from chart_tables() o join pg_index i on i.indrelid = o.id and i.indisunique cross join lateral (
          select string_agg(format('(%s) as k%s', d.def, d.n), ', ') as parts,
            string_agg(format('f.k%s = s.k%s', d.n, d.n), ' and ') filter (where d.def <> 'client_id') as meets, bool_or(d.def = 'client_id') as of_client
          from (select n, pg_get_indexdef(i.indexrelid, n, true) as def from generate_series(1, i.indnkeyatts) n) d) k
        where k.of_client and o.name not in ('episode', 'adjustment')
      loop
        return query execute format('select %1$L::text, md5(%1$L || f.whole::text || s.whole::text), f.whole, s.whole, chart_rule(%1$L, f.whole, s.whole)
          from (select to_jsonb(t) as whole, %2$s from %1$I t where organization_id = $1 and client_id = $2 and (%3$s)) f
          join (select to_jsonb(t) as whole, %2$s from %1$I t where organization_id = $1 and client_id = $3 and (%3$s)) s on %4$s',
          one.name, one.parts, one.pred, one.meets) using nullif(current_setting('cairn.organization', true), '')::uuid, folded, standing;
      end loop;
    end $$`.execute(db);
}

/** How much each of two charts holds, table by table, behind the wall. */
async function counts(db: Kysely<unknown>, schema: Schema): Promise<void> {
  await sql`create function chart_counts(folded uuid, standing uuid) returns table (found_in text, of_folded bigint, of_standing bigint)
    language plpgsql stable set search_path = ${schema}, pg_temp as $$
    declare one record;
    begin
      for one in select o.name from chart_tables() o loop
        return query execute format('select %1$L::text, count(*) filter (where client_id = $1), count(*) filter (where client_id = $2) from %1$I
          where organization_id = $3 and client_id in ($1, $2) having count(*) > 0', one.name)
          using folded, standing, nullif(current_setting('cairn.organization', true), '')::uuid;
      end loop;
    end $$`.execute(db);
}

/** Two open episodes are one: it opens at the earlier day, and what the standing one doesn't say is taken from the other. */
async function episodes(db: Kysely<unknown>, schema: Schema): Promise<void> {
  await sql`create function join_open_episodes(org uuid, merge uuid, folded uuid, standing uuid) returns void
    language plpgsql set search_path = ${schema}, pg_temp as $$
    declare f episode; s episode; link record; used boolean; levels jsonb;
    begin
      select * into f from episode where organization_id = org and client_id = folded and closed_on is null for update;
      select * into s from episode where organization_id = org and client_id = standing and closed_on is null for update;
      if f.id is null or s.id is null then return; end if;
      if f.program_id <> s.program_id then
        raise exception 'both charts have an open episode, in two programs' using errcode = 'check_violation', constraint = 'merge_two_programs';
      end if;
      -- Levels of care run on: where the standing episode says one, those of the other from that day on are set aside.
      with taken as (delete from level_span l where l.organization_id = org and l.episode_id = f.id
          and l.from_on >= (select min(from_on) from level_span where organization_id = org and episode_id = s.id) returning l.*)
        select coalesce(jsonb_agg(to_jsonb(taken)), '[]') into levels from taken;
      for link in select c.conrelid::regclass as found_in, a.attname as named from pg_constraint c
        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey) and a.attname <> 'organization_id'
        where c.contype = 'f' and c.confrelid = 'episode'::regclass
      loop
        execute format('select exists (select from %s where organization_id = $1 and %I = $2)', link.found_in, link.named) into used using org, f.id;
        if used then execute format('update %s set %I = $3 where organization_id = $1 and %I = $2', link.found_in, link.named, link.named) using org, f.id, s.id; end if;
      end loop;
      insert into chart_merge_part (organization_id, merge_id, found_in, set_aside)
        values (org, merge, 'open episode', jsonb_build_array(to_jsonb(f), to_jsonb(s)) || levels);
      delete from episode where organization_id = org and id = f.id;
      update episode set opened_on = least(s.opened_on, f.opened_on), site_id = coalesce(s.site_id, f.site_id), group_id = coalesce(s.group_id, f.group_id),
        therapist_id = coalesce(s.therapist_id, f.therapist_id), admission_source = coalesce(s.admission_source, f.admission_source),
        primary_substance = coalesce(s.primary_substance, f.primary_substance), version = s.version + 1
        where organization_id = org and id = s.id;
    end $$`.execute(db);
}

/** Where only one row may stay, the other is kept whole in the merge's record. Then every row of the folded chart moves, and its key is noted. */
async function rows(db: Kysely<unknown>, schema: Schema): Promise<void> {
  await sql`create function set_aside(org uuid, merge uuid, folded uuid, standing uuid, choices jsonb) returns void
    language plpgsql set search_path = ${schema}, pg_temp as $$
    declare one record; stays text; loser jsonb; gone integer; aside jsonb := '{}'; kept jsonb := '{}';
    begin
      for one in select * from chart_conflicts(folded, standing) loop
        stays := coalesce(one.keeps, choices ->> one.key);
        if stays is null or stays not in ('surviving', 'merged', 'both', 'left') or (stays in ('both', 'left') and one.keeps is null) then
          raise exception 'a choice between two rows of % is missing', one.found_in using errcode = 'check_violation', constraint = 'merge_choice';
        end if;
        loser := case stays when 'merged' then one.standing_row else one.folded_row end;
        if stays = 'left' then
          kept := jsonb_set(kept, array[one.found_in], coalesce(kept -> one.found_in, '[]') || jsonb_build_array(loser));
          continue;
        end if;
        -- Both were collected: both count, and one of them without its slot, because a slot is met once.
        if stays = 'both' then update screen set slot_id = null where organization_id = org and slot_id = (loser ->> 'id')::uuid; end if;
        if one.found_in = 'medication' then
          -- What screens were read by stays readable: the line that doesn't stand is withdrawn, and moves.
          update medication set withdrawn_at = request_moment() where organization_id = org and id = (loser ->> 'id')::uuid;
          gone := 1;
        else
          execute format('delete from %I t where t.organization_id = $1 and t.client_id = $2 and to_jsonb(t) = $3', one.found_in)
            using org, (loser ->> 'client_id')::uuid, loser;
          get diagnostics gone = row_count;
        end if;
        if gone > 0 then aside := jsonb_set(aside, array[one.found_in], coalesce(aside -> one.found_in, '[]') || jsonb_build_array(loser)); end if;
      end loop;
      -- A plan of testing is one plan: that of the standing chart where it has its own, and its draws that are still to come.
      if exists (select from screen_plan where organization_id = org and client_id = standing) then
        kept := kept || jsonb_build_object('screen_plan', coalesce((select jsonb_agg(to_jsonb(t)) from screen_plan t where organization_id = org and client_id = folded), '[]'));
      end if;
      with taken as (delete from screen_slot t where organization_id = org and client_id = folded and reason = 'scheduled' and opens_at > request_moment()
          and exists (select from episode e where e.organization_id = org and e.client_id = standing and e.closed_on is null)
          and not exists (select from screen x where x.organization_id = org and x.slot_id = t.id) returning t.*)
        select case when count(*) = 0 then aside else jsonb_set(aside, '{screen_slot}', coalesce(aside -> 'screen_slot', '[]') || jsonb_agg(to_jsonb(taken))) end into aside from taken;
      insert into chart_merge_part (organization_id, merge_id, found_in, set_aside) select org, merge, 'left: ' || k.key, k.value from jsonb_each(kept) k where k.value <> '[]';
      insert into chart_merge_part (organization_id, merge_id, found_in, set_aside) select org, merge, 'set aside: ' || a.key, a.value from jsonb_each(aside) a;
    end $$`.execute(db);
  await sql`create function move_rows(org uuid, merge uuid, folded uuid, standing uuid) returns void
    language plpgsql set search_path = ${schema}, pg_temp as $$
    declare one record; ids jsonb; numbered integer; kept jsonb;
    begin
      for one in select o.name, coalesce(k.keys, 'true') as keys,
          exists (select from pg_attribute a where a.attrelid = o.id and a.attname = 'number' and a.atttypid = 'integer'::regtype and o.name in ('adjustment', 'goal')) as numbered
        from chart_tables() o left join lateral (select string_agg(quote_ident(a.attname), ', ') as keys from pg_index i
          join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey) and a.attname not in ('organization_id', 'client_id')
          where i.indrelid = o.id and i.indisprimary) k on true
      loop
        kept := coalesce((select p.set_aside from chart_merge_part p where p.organization_id = org and p.merge_id = merge and p.found_in = 'left: ' || one.name), '[]');
        execute format('select jsonb_agg(jsonb_build_array(%s)) from %I t where organization_id = $1 and client_id = $2 and not $3 @> jsonb_build_array(to_jsonb(t))', one.keys, one.name)
          into ids using org, folded, kept;
        continue when ids is null;
        insert into chart_merge_part (organization_id, merge_id, found_in, moved) values (org, merge, one.name, ids);
        if one.numbered then
          -- A1 of the folded chart is numbered on after those of the standing one.
          execute format('select coalesce(max(number), 0) from %I where organization_id = $1 and client_id = $2', one.name) into numbered using org, standing;
          execute format('update %I set client_id = $3, number = number + $4 where organization_id = $1 and client_id = $2', one.name) using org, folded, standing, numbered;
        else
          execute format('update %I t set client_id = $3 where organization_id = $1 and client_id = $2 and not $4 @> jsonb_build_array(to_jsonb(t))', one.name)
            using org, folded, standing, kept;
        end if;
      end loop;
    end $$`.execute(db);
}

async function merge(db: Kysely<unknown>, schema: Schema): Promise<void> {
  await sql`create function merge_charts(folded uuid, standing uuid, signer uuid, reason text, choices jsonb) returns uuid
    language plpgsql security definer set search_path = ${schema}, pg_temp as $$
    declare org uuid := nullif(current_setting('cairn.organization', true), '')::uuid; f client; s client; merge uuid;
    begin
      -- In the order of their ids, so that two merges of the same charts wait for each other.
      perform from client c where c.organization_id = org and c.id in (folded, standing) order by c.id for update;
      select * into f from client c where c.organization_id = org and c.id = folded and c.superseded_by is null;
      select * into s from client c where c.organization_id = org and c.id = standing and c.superseded_by is null;
      if f.id is null or s.id is null or f.id = s.id then
        raise exception 'there are no two charts to merge' using errcode = 'check_violation', constraint = 'merge_two_charts';
      end if;
      insert into chart_merge (organization_id, folded_id, standing_id, folded_number, why, by) values (org, folded, standing, f.chart_number, reason, signer)
        returning id into merge;
      perform join_open_episodes(org, merge, folded, standing);
      perform set_aside(org, merge, folded, standing, choices);
      perform move_rows(org, merge, folded, standing);
      update client set superseded_by = standing, version = version + 1 where organization_id = org and (id = folded or superseded_by = folded);
      update client set version = version + 1,
        also_found_by = trim(concat_ws(' ', s.also_found_by, f.chart_number, f.first_name, f.last_name, f.preferred_name, f.also_found_by))
        where organization_id = org and id = standing;
      return merge;
    end $$`.execute(db);
}
