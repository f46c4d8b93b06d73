import { sql, type Kysely } from 'kysely';
import { createAsOwner } from './baseline/roles.ts';
import { tenantTable } from './baseline/row-level-security.ts';

/** What was delivered, prescribed and offered in each week of each stay is the answer of a rule that a cohort adds up, so it is stored. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createAsOwner(db);
  await sql`create table client_week (
    organization_id uuid not null references organization,
    client_id uuid not null,
    episode_id uuid not null,
    week date not null,
    over_at timestamptz not null,
    prescribed double precision,
    delivered double precision,
    offered double precision,
    count_status text not null check (count_status in ('met', 'not-met', 'left-out')),
    reason text check (reason is null or count_status = 'left-out'),
    numerator double precision not null,
    denominator double precision not null,
    primary key (organization_id, episode_id, week),
    foreign key (organization_id, client_id) references client on delete cascade,
    foreign key (organization_id, episode_id) references episode on delete cascade
  )`.execute(db);
  await sql`create index on client_week (organization_id, client_id)`.execute(db);
  await sql`create index on client_week (organization_id, week)`.execute(db);
  await tenantTable(db, 'client_week', { grants: ['select', 'insert', 'update', 'delete'] });
  await notMovedByMerges(db);
}

async function notMovedByMerges(db: Kysely<unknown>): Promise<void> {
  await sql`create or replace function client_tables() returns table (id oid, name text) language sql stable set search_path from current as $$
    select c.oid, c.relname::text from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'client_id' and not a.attisdropped
    where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace and c.relname not in
      ('client_projection', 'client_task', 'client_good_news', 'client_week', 'noted_client', 'noted_identity', 'client_name_key') order by c.relname $$`.execute(
    db,
  );
}
