import { sql, type Kysely } from 'kysely';
import { tenantTable } from './row-level-security.ts';

/** Who covers for whom, and which client was handed over to whom. */
export async function createCoverage(db: Kysely<unknown>): Promise<void> {
  await sql`create table coverage (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    away_id uuid not null,
    covered_by uuid not null check (covered_by <> away_id),
    from_on date not null,
    to_on date not null check (to_on >= from_on),
    note text check (length(note) between 1 and 500),
    made_by uuid not null,
    cancelled_at timestamptz,
    version integer not null default 1,
    primary key (organization_id, id),
    foreign key (organization_id, away_id) references staff,
    foreign key (organization_id, covered_by) references staff,
    foreign key (organization_id, made_by) references staff
  )`.execute(db);
  await sql`create index on coverage (organization_id, covered_by, to_on)`.execute(db);
  await sql`create index on coverage (organization_id, away_id, to_on)`.execute(db);
  await tenantTable(db, 'coverage');

  await sql`create table handover (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    client_id uuid not null,
    episode_id uuid not null,
    from_id uuid,
    to_id uuid not null,
    note text not null check (length(note) between 1 and 4000),
    on_day date not null,
    by uuid not null,
    at timestamptz not null default now(),
    acknowledged_at timestamptz,
    primary key (organization_id, id),
    foreign key (organization_id, client_id) references client,
    foreign key (organization_id, episode_id) references episode,
    foreign key (organization_id, from_id) references staff,
    foreign key (organization_id, to_id) references staff,
    foreign key (organization_id, by) references staff
  )`.execute(db);
  await sql`create index on handover (organization_id, client_id)`.execute(db);
  await sql`create index on handover (organization_id, episode_id)`.execute(db);
  await tenantTable(db, 'handover', { ofClient: true });
}
