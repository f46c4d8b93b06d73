import { sql, type Kysely } from 'kysely';
import { tenantTable } from './row-level-security.ts';

export async function createCarePlan(db: Kysely<unknown>): Promise<void> {
  await goals(db);
  await instruments(db);
  await reviews(db);
}

async function goals(db: Kysely<unknown>): Promise<void> {
  await sql`create table goal (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    client_id uuid not null,
    number integer not null,
    title text not null,
    domain text not null,
    levels jsonb not null,
    next_review_on date,
    closed_on date,
    primary key (organization_id, id),
    foreign key (organization_id, client_id) references client
  )`.execute(db);
  await sql`create index on goal (organization_id, client_id)`.execute(db);
  await tenantTable(db, 'goal', { ofClient: true });

  await sql`create table goal_rating (
    organization_id uuid not null references organization,
    goal_id uuid not null,
    client_id uuid not null,
    rated_on date not null,
    level integer not null check (level between -2 and 2),
    rated_by uuid not null,
    primary key (organization_id, goal_id, rated_on),
    foreign key (organization_id, goal_id) references goal,
    foreign key (organization_id, client_id) references client,
    foreign key (organization_id, rated_by) references staff
  )`.execute(db);
  await sql`create index on goal_rating (organization_id, client_id)`.execute(db);
  await tenantTable(db, 'goal_rating', { ofClient: true });
}

async function instruments(db: Kysely<unknown>): Promise<void> {
  await sql`create table instrument_score (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    client_id uuid not null,
    instrument text not null,
    taken_on date not null,
    score integer not null,
    item9 integer check (item9 between 0 and 3),
    primary key (organization_id, id),
    unique (organization_id, client_id, instrument, taken_on),
    foreign key (organization_id, client_id) references client
  )`.execute(db);
  await tenantTable(db, 'instrument_score', { ofClient: true });
}

/** A review is signed as it is written, and stays. */
async function reviews(db: Kysely<unknown>): Promise<void> {
  await sql`create table review (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    client_id uuid not null,
    what text not null check (what in ('instrument', 'goal', 'phase', 'care-plan', 'continuing-care')),
    instrument text,
    goal_id uuid,
    phase_id uuid,
    reviewed_on date not null,
    summary text not null check (length(summary) between 1 and 2000),
    next_on date check (next_on > reviewed_on),
    rating integer check (rating between -2 and 2),
    decision text check (decision in ('stay', 'move-on')),
    signed_by uuid not null,
    signed_at timestamptz not null default now(),
    primary key (organization_id, id),
    check ((what = 'instrument') = (instrument is not null)),
    check ((what = 'goal') = (goal_id is not null)),
    check ((what = 'phase') = (phase_id is not null and decision is not null)),
    check (rating is null or what = 'goal'),
    foreign key (organization_id, client_id) references client,
    foreign key (organization_id, goal_id) references goal,
    foreign key (organization_id, phase_id) references phase_span,
    foreign key (organization_id, signed_by) references staff
  )`.execute(db);
  await sql`create index on review (organization_id, client_id, reviewed_on)`.execute(db);
  await tenantTable(db, 'review', { grants: ['select', 'insert'], ofClient: true, appendOnly: true });
}
