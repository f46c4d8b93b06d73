import { sql, type Kysely } from 'kysely';
import { appRole, signInRole } from '../../roles.ts';
import { tenantTable } from './row-level-security.ts';

/** An organization, its programs and its sites. What several people edit carries the version that each of them saw. */
export async function createOrganizations(db: Kysely<unknown>): Promise<void> {
  await sql`create table organization (
    id uuid primary key default gen_random_uuid(),
    name text not null,
    time_zone text not null,
    synthetic boolean not null default false,
    settings jsonb not null default '{}',
    created_at timestamptz not null default now()
  )`.execute(db);
  await sql`alter table organization enable row level security`.execute(db);
  await sql`create policy own_organization on organization to ${sql.id(appRole)}
    using (id = nullif(current_setting('cairn.organization', true), '')::uuid)`.execute(db);
  await sql`grant select on organization to ${sql.id(appRole)}`.execute(db);
  await sql`create policy every_organization on organization for select to ${sql.id(signInRole)} using (true)`.execute(db);
  await sql`grant select on organization to ${sql.id(signInRole)}`.execute(db);

  await sql`create table program (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    name text not null,
    population text not null default 'adult' check (population in ('adult', 'adolescent')),
    version integer not null default 1,
    primary key (organization_id, id),
    unique (organization_id, name)
  )`.execute(db);
  await tenantTable(db, 'program');

  await sql`create table site (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    name text not null,
    time_zone text not null,
    version integer not null default 1,
    primary key (organization_id, id),
    unique (organization_id, name)
  )`.execute(db);
  await tenantTable(db, 'site');
}
