import { sql, type Kysely } from 'kysely';

/** What a merge of two clients would meet, under row-level security of whoever asks. */
export async function createMergeConflicts(db: Kysely<unknown>): Promise<void> {
  await clientTables(db);
  await conflicts(db);
  await counts(db);
}

async function clientTables(db: Kysely<unknown>): Promise<void> {
  await sql`create function client_tables() returns table (id oid, name text) language sql stable set search_path from current as $$
    select c.oid, c.relname::text from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'client_id' and not a.attisdropped
    where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace order by c.relname $$`.execute(db);
}

/** Where a unique key would be broken by the move, and which row survives by rule: null where a person has to choose. */
async function conflicts(db: Kysely<unknown>): Promise<void> {
  await sql`create function client_merge_rule(found_in text, m jsonb, s jsonb) returns text language sql stable set search_path from current as $$
    select case
      when exists (select from pg_trigger t where t.tgrelid = to_regclass(quote_ident(found_in)) and t.tgfoid = 'refuse_change()'::regprocedure) then 'left'
      when found_in = 'screen_slot' then case
        when not exists (select from screen x where x.organization_id = (m ->> 'organization_id')::uuid and x.slot_id = (m ->> 'id')::uuid) then 'surviving'
        when not exists (select from screen x where x.organization_id = (s ->> 'organization_id')::uuid and x.slot_id = (s ->> 'id')::uuid) then 'merged'
        else 'both' end
      when found_in = 'attendance' and m ->> 'status' = 'booked' then 'surviving'
      when found_in = 'attendance' and s ->> 'status' = 'booked' then 'merged'
      when found_in = 'group_enrollment' then case when m ->> 'from_on' < s ->> 'from_on' then 'merged' else 'surviving' end
      when m - noise = s - noise then 'surviving' end
    from (select array['id', 'client_id', 'version', 'created_at', 'recorded_by', 'recorded_at', 'changed_by', 'changed_at', 'at', 'by'] as noise) n $$`.execute(
    db,
  );
  await sql`create function client_merge_conflicts(merged uuid, surviving uuid)
    returns table (found_in text, key text, merged_row jsonb, surviving_row jsonb, keeps text)
    language plpgsql stable set search_path from current as $$
    declare one record;
    begin
      for one in
        select o.name, coalesce(pg_get_expr(i.indpred, i.indrelid), 'true') as pred, k.parts, k.meets
        from client_tables() o join pg_index i on i.indrelid = o.id and i.indisunique cross join lateral (
          select string_agg(format('(%s) as k%s', d.def, d.n), ', ') as parts,
            string_agg(format('m.k%s = s.k%s', d.n, d.n), ' and ') filter (where d.def <> 'client_id') as meets, bool_or(d.def = 'client_id') as of_client
          from (select n, pg_get_indexdef(i.indexrelid, n, true) as def from generate_series(1, i.indnkeyatts) n) d) k
        where k.of_client and o.name not in ('episode', 'adjustment')
      loop
        return query execute format('select %1$L::text, md5(%1$L || m.whole::text || s.whole::text), m.whole, s.whole, client_merge_rule(%1$L, m.whole, s.whole)
          from (select to_jsonb(t) as whole, %2$s from %1$I t where organization_id = $1 and client_id = $2 and (%3$s)) m
          join (select to_jsonb(t) as whole, %2$s from %1$I t where organization_id = $1 and client_id = $3 and (%3$s)) s on %4$s',
          one.name, one.parts, one.pred, one.meets) using nullif(current_setting('cairn.organization', true), '')::uuid, merged, surviving;
      end loop;
    end $$`.execute(db);
}

/** How much each of two charts holds, table by table. */
async function counts(db: Kysely<unknown>): Promise<void> {
  await sql`create function client_merge_counts(merged uuid, surviving uuid) returns table (found_in text, of_merged bigint, of_surviving bigint)
    language plpgsql stable set search_path from current as $$
    declare one record;
    begin
      for one in select o.name from client_tables() o loop
        return query execute format('select %1$L::text, count(*) filter (where client_id = $1), count(*) filter (where client_id = $2) from %1$I
          where organization_id = $3 and client_id in ($1, $2) having count(*) > 0', one.name)
          using merged, surviving, nullif(current_setting('cairn.organization', true), '')::uuid;
      end loop;
    end $$`.execute(db);
}
