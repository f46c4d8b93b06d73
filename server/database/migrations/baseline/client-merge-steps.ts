import { sql, type Kysely } from 'kysely';

/** The steps of `merge_clients`, which alone may call them. */
export async function createMergeSteps(db: Kysely<unknown>): Promise<void> {
  await episodes(db);
  await conflictingRows(db);
  await clientRows(db);
  for (const step of [
    'join_open_episodes(uuid, uuid, uuid, uuid)',
    'exclude_conflicting_rows(uuid, uuid, uuid, uuid, jsonb)',
    'move_client_rows(uuid, uuid, uuid, uuid)',
  ])
    await sql`revoke all on function ${sql.raw(step)} from public`.execute(db);
}

/** Two open episodes are one: it opens at the earlier day, and what the surviving one doesn't say is taken from the other. */
async function episodes(db: Kysely<unknown>): Promise<void> {
  await sql`create function join_open_episodes(org uuid, merge uuid, merged uuid, surviving uuid) returns void
    language plpgsql set search_path from current as $$
    declare m episode; s episode; link record; used boolean; levels jsonb;
    begin
      select * into m from episode where organization_id = org and client_id = merged and closed_on is null for update;
      select * into s from episode where organization_id = org and client_id = surviving and closed_on is null for update;
      if m.id is null or s.id is null then return; end if;
      if m.program_id <> s.program_id then
        raise exception 'both charts have an open episode, in two programs' using errcode = 'check_violation', constraint = 'merge_two_programs';
      end if;
      -- Levels of care run on: where the surviving episode has one, those of the other from that day on are excluded.
      with removed as (delete from level_span l where l.organization_id = org and l.episode_id = m.id
          and l.from_on >= (select min(from_on) from level_span where organization_id = org and episode_id = s.id) returning l.*)
        select coalesce(jsonb_agg(to_jsonb(removed)), '[]') into levels from removed;
      for link in select c.conrelid::regclass as found_in, a.attname as named from pg_constraint c
        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey) and a.attname <> 'organization_id'
        where c.contype = 'f' and c.confrelid = 'episode'::regclass
      loop
        execute format('select exists (select from %s where organization_id = $1 and %I = $2)', link.found_in, link.named) into used using org, m.id;
        if used then execute format('update %s set %I = $3 where organization_id = $1 and %I = $2', link.found_in, link.named, link.named) using org, m.id, s.id; end if;
      end loop;
      insert into client_merge_part (organization_id, merge_id, found_in, excluded)
        values (org, merge, 'open episode', jsonb_build_array(to_jsonb(m), to_jsonb(s)) || levels);
      delete from episode where organization_id = org and id = m.id;
      update episode set opened_on = least(s.opened_on, m.opened_on), site_id = coalesce(s.site_id, m.site_id), group_id = coalesce(s.group_id, m.group_id),
        therapist_id = coalesce(s.therapist_id, m.therapist_id), admission_source = coalesce(s.admission_source, m.admission_source),
        primary_substance = coalesce(s.primary_substance, m.primary_substance), version = s.version + 1
        where organization_id = org and id = s.id;
    end $$`.execute(db);
}

/** Where only one row may stay, the other is kept whole in the merge's record. */
async function conflictingRows(db: Kysely<unknown>): Promise<void> {
  await sql`create function exclude_conflicting_rows(org uuid, merge uuid, merged uuid, surviving uuid, choices jsonb) returns void
    language plpgsql set search_path from current as $$
    declare one record; keeps text; loser jsonb; gone integer; removed jsonb := '{}'; kept jsonb := '{}';
    begin
      for one in select * from client_merge_conflicts(merged, surviving) loop
        keeps := coalesce(one.keeps, choices ->> one.key);
        if keeps is null or keeps not in ('surviving', 'merged', 'both', 'left') or (keeps in ('both', 'left') and one.keeps is null) then
          raise exception 'a choice between two rows of % is missing', one.found_in using errcode = 'check_violation', constraint = 'merge_choice';
        end if;
        loser := case keeps when 'merged' then one.surviving_row else one.merged_row end;
        if keeps = 'left' then
          kept := jsonb_set(kept, array[one.found_in], coalesce(kept -> one.found_in, '[]') || jsonb_build_array(loser));
          continue;
        end if;
        -- Both were collected: both count, and one of them without its slot, because a slot is met once.
        if keeps = 'both' then update screen set slot_id = null where organization_id = org and slot_id = (loser ->> 'id')::uuid; end if;
        if one.found_in = 'medication' then
          -- What screens were interpreted by stays readable: the line that doesn't survive is withdrawn, and moves.
          update medication set withdrawn_at = request_moment() where organization_id = org and id = (loser ->> 'id')::uuid;
          gone := 1;
        else
          execute format('delete from %I t where t.organization_id = $1 and t.client_id = $2 and to_jsonb(t) = $3', one.found_in)
            using org, (loser ->> 'client_id')::uuid, loser;
          get diagnostics gone = row_count;
        end if;
        if gone > 0 then removed := jsonb_set(removed, array[one.found_in], coalesce(removed -> one.found_in, '[]') || jsonb_build_array(loser)); end if;
      end loop;
      -- A plan of testing is one plan: that of the surviving client where they have their own, and its draws that are still to come.
      if exists (select from screen_plan where organization_id = org and client_id = surviving) then
        kept := kept || jsonb_build_object('screen_plan',
          coalesce((select jsonb_agg(to_jsonb(t)) from screen_plan t where organization_id = org and client_id = merged), '[]'));
      end if;
      with hidden as (delete from screen_slot t where organization_id = org and client_id = merged and reason = 'scheduled' and opens_at > request_moment()
          and exists (select from episode e where e.organization_id = org and e.client_id = surviving and e.closed_on is null)
          and not exists (select from screen x where x.organization_id = org and x.slot_id = t.id) returning t.*)
        select case when count(*) = 0 then removed
          else jsonb_set(removed, '{screen_slot}', coalesce(removed -> 'screen_slot', '[]') || jsonb_agg(to_jsonb(hidden))) end into removed from hidden;
      insert into client_merge_part (organization_id, merge_id, found_in, excluded)
        select org, merge, 'left: ' || k.key, k.value from jsonb_each(kept) k where k.value <> '[]';
      insert into client_merge_part (organization_id, merge_id, found_in, excluded)
        select org, merge, 'excluded: ' || r.key, r.value from jsonb_each(removed) r;
    end $$`.execute(db);
}

/** Every other row of the merged client moves, and its key is noted. */
async function clientRows(db: Kysely<unknown>): Promise<void> {
  await sql`create function move_client_rows(org uuid, merge uuid, merged uuid, surviving uuid) returns void
    language plpgsql set search_path from current as $$
    declare one record; ids jsonb; highest integer; kept jsonb;
    begin
      for one in select o.name, coalesce(k.keys, 'true') as keys,
          exists (select from pg_attribute a where a.attrelid = o.id and a.attname = 'number' and a.atttypid = 'integer'::regtype and o.name in ('adjustment', 'goal')) as numbered
        from client_tables() o left join lateral (select string_agg(quote_ident(a.attname), ', ') as keys from pg_index i
          join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey) and a.attname not in ('organization_id', 'client_id')
          where i.indrelid = o.id and i.indisprimary) k on true
      loop
        kept := coalesce((select p.excluded from client_merge_part p where p.organization_id = org and p.merge_id = merge and p.found_in = 'left: ' || one.name), '[]');
        execute format('select jsonb_agg(jsonb_build_array(%s)) from %I t where organization_id = $1 and client_id = $2 and not $3 @> jsonb_build_array(to_jsonb(t))', one.keys, one.name)
          into ids using org, merged, kept;
        continue when ids is null;
        insert into client_merge_part (organization_id, merge_id, found_in, moved) values (org, merge, one.name, ids);
        if one.numbered then
          -- A1 of the merged client is numbered on after those of the surviving one.
          execute format('select coalesce(max(number), 0) from %I where organization_id = $1 and client_id = $2', one.name) into highest using org, surviving;
          execute format('update %I set client_id = $3, number = number + $4 where organization_id = $1 and client_id = $2', one.name) using org, merged, surviving, highest;
        else
          execute format('update %I t set client_id = $3 where organization_id = $1 and client_id = $2 and not $4 @> jsonb_build_array(to_jsonb(t))', one.name)
            using org, merged, surviving, kept;
        end if;
      end loop;
    end $$`.execute(db);
}
