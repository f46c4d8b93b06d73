import { sql, type Kysely } from 'kysely';
import { tenantTable } from './row-level-security.ts';

export async function createEpisodes(db: Kysely<unknown>): Promise<void> {
  await episodes(db);
  await levels(db);
  await phases(db);
  await leaves(db);
}

async function episodes(db: Kysely<unknown>): Promise<void> {
  await sql`create table episode (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    client_id uuid not null,
    program_id uuid not null,
    site_id uuid,
    group_id uuid,
    therapist_id uuid,
    opened_on date not null,
    referred_on date,
    referred_by text check (length(referred_by) between 1 and 200),
    admission_source text,
    primary_substance text,
    closed_on date check (closed_on >= opened_on),
    closed_because text check (closed_because in ('completed', 'stepped-down', 'stepped-up', 'transferred', 'moved-away', 'chose-to-leave', 'lost-contact',
      'coverage-ended', 'hospitalized', 'incarcerated', 'died', 'level-declined', 'ended-by-program')),
    closed_by uuid,
    second_signer uuid check (second_signer <> closed_by),
    linked_to text check (length(linked_to) between 1 and 300),
    discharge_note text check (length(discharge_note) between 1 and 2000),
    discharge_naloxone text check (discharge_naloxone in ('has-it', 'given-today', 'declined', 'not-discussed')),
    version integer not null default 1,
    primary key (organization_id, id),
    check ((closed_on is null) = (closed_because is null)),
    foreign key (organization_id, client_id) references client,
    foreign key (organization_id, program_id) references program,
    foreign key (organization_id, site_id) references site,
    foreign key (organization_id, group_id) references care_group,
    foreign key (organization_id, therapist_id) references staff,
    foreign key (organization_id, closed_by) references staff,
    foreign key (organization_id, second_signer) references staff
  )`.execute(db);
  await sql`create index on episode (organization_id, client_id, opened_on)`.execute(db);
  await sql`create index on episode (organization_id, therapist_id) where closed_on is null`.execute(db);
  await sql`create unique index one_open_episode on episode (organization_id, client_id) where closed_on is null`.execute(db);
  await tenantTable(db, 'episode', { ofClient: true });

  await sql`create table episode_reopening (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    client_id uuid not null,
    episode_id uuid not null,
    closed_on date not null,
    closed_because text not null,
    reopened_on date not null,
    by uuid not null,
    at timestamptz not null default now(),
    primary key (organization_id, id),
    foreign key (organization_id, client_id) references client,
    foreign key (organization_id, episode_id) references episode,
    foreign key (organization_id, by) references staff
  )`.execute(db);
  await sql`create index on episode_reopening (organization_id, client_id)`.execute(db);
  await sql`create index on episode_reopening (organization_id, episode_id)`.execute(db);
  await tenantTable(db, 'episode_reopening', { grants: ['select', 'insert'], ofClient: true, appendOnly: true });
}

/** A level of care and the hours prescribed run until the next one begins, so that there is neither a gap nor an overlap to store. */
async function levels(db: Kysely<unknown>): Promise<void> {
  await sql`create table level_span (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    client_id uuid not null,
    episode_id uuid not null,
    level text not null check (length(level) between 1 and 60),
    from_on date not null,
    version integer not null default 1,
    primary key (organization_id, id),
    unique (organization_id, episode_id, from_on),
    foreign key (organization_id, client_id) references client,
    foreign key (organization_id, episode_id) references episode
  )`.execute(db);
  await sql`create index on level_span (organization_id, client_id)`.execute(db);
  await tenantTable(db, 'level_span', { grants: ['select', 'insert', 'update', 'delete'], ofClient: true });

  await sql`create table prescribed_hours (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    client_id uuid not null,
    hours_per_week numeric(4, 1) not null check (hours_per_week between 0 and 60),
    from_on date not null,
    version integer not null default 1,
    primary key (organization_id, id),
    unique (organization_id, client_id, from_on),
    foreign key (organization_id, client_id) references client
  )`.execute(db);
  await tenantTable(db, 'prescribed_hours', { grants: ['select', 'insert', 'update', 'delete'], ofClient: true });
}

async function phases(db: Kysely<unknown>): Promise<void> {
  await sql`create table phase_span (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    client_id uuid not null,
    number integer not null,
    name text not null,
    from_on date not null,
    to_on date check (to_on >= from_on),
    review_due_on date,
    criteria jsonb not null default '[]',
    primary key (organization_id, id),
    foreign key (organization_id, client_id) references client
  )`.execute(db);
  await sql`create index on phase_span (organization_id, client_id)`.execute(db);
  await tenantTable(db, 'phase_span', { ofClient: true });
}

async function leaves(db: Kysely<unknown>): Promise<void> {
  await sql`create table leave_span (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    client_id uuid not null,
    from_on date not null,
    to_on date check (to_on >= from_on),
    expected_back_on date,
    reason text not null,
    version integer not null default 1,
    primary key (organization_id, id),
    foreign key (organization_id, client_id) references client
  )`.execute(db);
  await sql`create index on leave_span (organization_id, client_id)`.execute(db);
  await tenantTable(db, 'leave_span', { ofClient: true });
}
