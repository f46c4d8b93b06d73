import { sql, type Kysely } from 'kysely';
import { createMergeConflicts } from './client-merge-conflicts.ts';
import { createMergeSteps } from './client-merge-steps.ts';
import { appRole } from '../../roles.ts';
import { tenantTable } from './row-level-security.ts';

/**
 * One person's two charts become one. Every row that names its client moves, so that no reader has to know of merges;
 * what was, who merged them and why stays in `client_merge`, and each row's move in `client_merge_part`.
 */
export async function createClientMerges(db: Kysely<unknown>): Promise<void> {
  await tables(db);
  await createMergeConflicts(db);
  await createMergeSteps(db);
  await merge(db);
}

/** The function below writes them, and nobody else. */
async function tables(db: Kysely<unknown>): Promise<void> {
  await sql`create table client_merge (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    merged_id uuid not null,
    surviving_id uuid not null check (surviving_id <> merged_id),
    merged_number text not null,
    why text not null check (length(why) between 1 and 500),
    by uuid not null,
    at timestamptz not null default now(),
    xact xid8 not null default pg_current_xact_id(),
    primary key (organization_id, id),
    unique (organization_id, merged_id),
    foreign key (organization_id, merged_id) references client,
    foreign key (organization_id, surviving_id) references client,
    foreign key (organization_id, by) references staff
  )`.execute(db);
  await sql`create index on client_merge (organization_id, surviving_id)`.execute(db);
  await sql`create index on client_merge (xact)`.execute(db);
  await tenantTable(db, 'client_merge', { grants: ['select'], appendOnly: true });

  await sql`create table client_merge_part (
    organization_id uuid not null references organization,
    merge_id uuid not null,
    found_in text not null,
    moved jsonb not null default '[]',
    excluded jsonb not null default '[]',
    primary key (organization_id, merge_id, found_in),
    foreign key (organization_id, merge_id) references client_merge
  )`.execute(db);
  await tenantTable(db, 'client_merge_part', { grants: ['select'], appendOnly: true });
}

/** The one way in which a row changes its client. It runs as the tables' owner, and so looks at the organization of the request itself. */
async function merge(db: Kysely<unknown>): Promise<void> {
  await sql`create function merge_clients(merged uuid, surviving uuid, signer uuid, reason text, choices jsonb) returns uuid
    language plpgsql security definer set search_path from current as $$
    declare org uuid := nullif(current_setting('cairn.organization', true), '')::uuid; m client; s client; merge uuid;
    begin
      -- In the order of their ids, so that two merges of the same charts wait for each other.
      perform from client c where c.organization_id = org and c.id in (merged, surviving) order by c.id for update;
      select * into m from client c where c.organization_id = org and c.id = merged and c.superseded_by is null;
      select * into s from client c where c.organization_id = org and c.id = surviving and c.superseded_by is null;
      if m.id is null or s.id is null or m.id = s.id then
        raise exception 'there are no two charts to merge' using errcode = 'check_violation', constraint = 'merge_two_clients';
      end if;
      insert into client_merge (organization_id, merged_id, surviving_id, merged_number, why, by)
        values (org, merged, surviving, m.chart_number, reason, signer) returning id into merge;
      perform join_open_episodes(org, merge, merged, surviving);
      perform exclude_conflicting_rows(org, merge, merged, surviving, choices);
      perform move_client_rows(org, merge, merged, surviving);
      update client set superseded_by = surviving, version = version + 1 where organization_id = org and (id = merged or superseded_by = merged);
      update client set version = version + 1,
        also_found_by = trim(concat_ws(' ', s.also_found_by, m.chart_number, m.first_name, m.last_name, m.preferred_name, m.also_found_by))
        where organization_id = org and id = surviving;
      return merge;
    end $$`.execute(db);
  await sql`revoke all on function merge_clients(uuid, uuid, uuid, text, jsonb) from public`.execute(db);
  await sql`grant execute on function merge_clients(uuid, uuid, uuid, text, jsonb) to ${sql.id(appRole)}`.execute(db);
}
