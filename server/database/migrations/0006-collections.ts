import { sql, type Kysely } from 'kysely';
import { appendOnly, enableRowLevelSecurity } from './row-level-security.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await observations(db);
  await concerns(db);
  await reviews(db);
}

/** Whether a collection was watched: yes, no, or not said. Nobody watches what was not collected. */
async function observations(db: Kysely<unknown>): Promise<void> {
  await sql`alter table screen
    add column observed boolean,
    add column observed_by uuid,
    add foreign key (organization_id, observed_by) references staff (organization_id, id),
    add check (observed is null or outcome = 'collected'),
    add check (observed_by is null or observed)`.execute(db);
  await sql`alter table analyte_result add check ((value is null) or (unit is not null))`.execute(db);
}

/** Where a concern came from, and the signed statement that closed it. Those closed before this had none. */
async function concerns(db: Kysely<unknown>): Promise<void> {
  await sql`alter table safety_concern
    add column source text check (source in ('screen', 'breath', 'instrument', 'log', 'conversation', 'staff', 'family', 'client')),
    add column source_label text check (length(source_label) between 1 and 500),
    add column screen_id uuid,
    add column raised_by uuid,
    add column closed_by uuid,
    add column closed_label text check (length(closed_label) between 10 and 2000),
    add foreign key (organization_id, screen_id) references screen (organization_id, id),
    add foreign key (organization_id, raised_by) references staff (organization_id, id),
    add foreign key (organization_id, closed_by) references staff (organization_id, id),
    add check ((closed_by is null) = (closed_label is null)),
    add check (closed_label is null or closed_at is not null)`.execute(db);
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
    foreign key (organization_id, client_id) references client (organization_id, id),
    foreign key (organization_id, goal_id) references goal (organization_id, id),
    foreign key (organization_id, phase_id) references phase_span (organization_id, id),
    foreign key (organization_id, signed_by) references staff (organization_id, id)
  )`.execute(db);
  await sql`create index on review (organization_id, client_id, reviewed_on)`.execute(db);
  await enableRowLevelSecurity(db, 'review', ['select', 'insert']);
  await appendOnly(db, 'review');
}
