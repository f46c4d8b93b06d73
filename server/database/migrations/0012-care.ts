import { sql, type Kysely } from 'kysely';
import { appendOnly, appRole, enableRowLevelSecurity } from './row-level-security.ts';

const keyed = sql`organization_id uuid not null references organization, id uuid not null default gen_random_uuid(), primary key (organization_id, id)`;
const ofClient = sql`${keyed}, client_id uuid not null, foreign key (organization_id, client_id) references client (organization_id, id)`;

const staff = (column: string) => sql`foreign key (organization_id, ${sql.ref(column)}) references staff (organization_id, id)`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await episodes(db);
  await authorizations(db);
  await caseload(db);
  await medications(db);
}

async function episodes(db: Kysely<unknown>): Promise<void> {
  await sql`alter table episode
    add column referred_on date,
    add column referred_by text check (length(referred_by) between 1 and 200),
    add column linked_to text check (length(linked_to) between 1 and 300),
    add column closing_note text check (length(closing_note) between 1 and 2000),
    add column closing_naloxone text check (closing_naloxone in ('has-it', 'given-today', 'declined', 'not-discussed')),
    add column closed_by uuid,
    add column second_signer uuid,
    add check (second_signer is null or second_signer <> closed_by),
    add ${staff('closed_by')}, add ${staff('second_signer')}`.execute(db);
  // A level runs until the next one begins, so that there is neither a gap nor an overlap to store.
  await sql`create table level_span (${ofClient}, episode_id uuid not null, level text not null check (length(level) between 1 and 60), from_on date not null,
    version integer not null default 1, unique (organization_id, episode_id, from_on),
    foreign key (organization_id, episode_id) references episode (organization_id, id))`.execute(db);
  await sql`create index on level_span (organization_id, client_id)`.execute(db);
  await enableRowLevelSecurity(db, 'level_span', ['select', 'insert', 'update', 'delete']);
  await sql`create table episode_reopening (${ofClient}, episode_id uuid not null, closed_on date not null, closed_because text not null, reopened_on date not null,
    by uuid not null, at timestamptz not null default now(),
    foreign key (organization_id, episode_id) references episode (organization_id, id), ${staff('by')})`.execute(db);
  await sql`create index on episode_reopening (organization_id, client_id)`.execute(db);
  await enableRowLevelSecurity(db, 'episode_reopening', ['select', 'insert']);
  await appendOnly(db, 'episode_reopening');
  await sql`alter table prescribed_hours add column version integer not null default 1`.execute(db);
  await sql`grant delete on prescribed_hours to ${sql.id(appRole)}`.execute(db);
  await sql`alter table leave_span add column expected_back_on date, add column version integer not null default 1`.execute(db);
}

/** What was asked of the payer may be days, hours or units of 15 minutes; what is used is never stored. */
async function authorizations(db: Kysely<unknown>): Promise<void> {
  await sql`alter table authorisation rename column days to quantity`.execute(db);
  await sql`alter table authorisation
    alter column quantity type numeric(7, 2),
    add column unit text not null default 'days' check (unit in ('days', 'hours', 'units')),
    add column needs_no_more boolean not null default false,
    add column version integer not null default 1`.execute(db);
  await sql`create table utilisation_review (${ofClient}, authorisation_id uuid not null, reviewed_on date not null, next_review_on date, note text check (length(note) between 1 and 500),
    by uuid not null, at timestamptz not null default now(),
    foreign key (organization_id, authorisation_id) references authorisation (organization_id, id), ${staff('by')})`.execute(db);
  await sql`create index on utilisation_review (organization_id, client_id)`.execute(db);
  await enableRowLevelSecurity(db, 'utilisation_review', ['select', 'insert']);
  await appendOnly(db, 'utilisation_review');
}

async function caseload(db: Kysely<unknown>): Promise<void> {
  await sql`create table coverage (${keyed}, away_id uuid not null, covered_by uuid not null, from_on date not null, to_on date not null check (to_on >= from_on),
    note text check (length(note) between 1 and 500), made_by uuid not null, cancelled_at timestamptz, version integer not null default 1,
    check (away_id <> covered_by), ${staff('away_id')}, ${staff('covered_by')}, ${staff('made_by')})`.execute(db);
  await sql`create index on coverage (organization_id, covered_by, to_on)`.execute(db);
  await sql`create index on coverage (organization_id, away_id, to_on)`.execute(db);
  await enableRowLevelSecurity(db, 'coverage');
  await sql`create table handover (${ofClient}, episode_id uuid not null, from_id uuid, to_id uuid not null, note text not null check (length(note) between 1 and 4000),
    on_day date not null, by uuid not null, at timestamptz not null default now(), acknowledged_at timestamptz,
    foreign key (organization_id, episode_id) references episode (organization_id, id), ${staff('from_id')}, ${staff('to_id')}, ${staff('by')})`.execute(
    db,
  );
  await sql`create index on handover (organization_id, client_id)`.execute(db);
  await enableRowLevelSecurity(db, 'handover');
}

/** What a medication list said before is kept. A screen that another list would read differently is offered again, and never rewritten. */
async function medications(db: Kysely<unknown>): Promise<void> {
  await sql`alter table medication
    add column prescriber text check (length(prescriber) between 1 and 200),
    add column stopped_because text check (length(stopped_because) between 1 and 500),
    add column withdrawn_at timestamptz,
    add column version integer not null default 1,
    drop constraint medication_organization_id_client_id_name_started_on_key`.execute(db);
  await sql`create unique index one_medication_a_start on medication (organization_id, client_id, name, started_on) where withdrawn_at is null`.execute(
    db,
  );
  await sql`create index on medication (organization_id, client_id)`.execute(db);
  await sql`create table medication_edit (${ofClient}, medication_id uuid not null, step text not null check (step in ('added', 'dose', 'stopped', 'corrected', 'withdrawn')),
    was jsonb, because text check (length(because) between 1 and 500), by uuid not null, at timestamptz not null default now(),
    foreign key (organization_id, medication_id) references medication (organization_id, id), ${staff('by')})`.execute(db);
  await sql`create index on medication_edit (organization_id, client_id)`.execute(db);
  await enableRowLevelSecurity(db, 'medication_edit', ['select', 'insert']);
  await appendOnly(db, 'medication_edit');
  await sql`create table reading_review (${ofClient}, screen_id uuid not null, medication_id uuid not null, analytes jsonb not null, offered_at timestamptz not null, offered_by uuid not null,
    foreign key (organization_id, screen_id) references screen (organization_id, id),
    foreign key (organization_id, medication_id) references medication (organization_id, id), ${staff('offered_by')})`.execute(db);
  await sql`create index on reading_review (organization_id, client_id)`.execute(db);
  await enableRowLevelSecurity(db, 'reading_review', ['select', 'insert']);
  await appendOnly(db, 'reading_review');
  await sql`create table reading_review_answer (organization_id uuid not null references organization, review_id uuid not null, client_id uuid not null,
    answer text not null check (answer in ('keep', 'read-again', 'overtaken')), because text check (length(because) between 1 and 500), amended_by uuid, by uuid not null,
    at timestamptz not null, primary key (organization_id, review_id),
    foreign key (organization_id, review_id) references reading_review (organization_id, id),
    foreign key (organization_id, client_id) references client (organization_id, id),
    foreign key (organization_id, amended_by) references screen (organization_id, id), ${staff('by')})`.execute(db);
  await sql`create index on reading_review_answer (organization_id, client_id)`.execute(db);
  await enableRowLevelSecurity(db, 'reading_review_answer', ['select', 'insert']);
  await appendOnly(db, 'reading_review_answer');
  await sql`create table expectation_edit (organization_id uuid not null references organization, version integer not null check (version > 0), medication text not null,
    was jsonb not null, became jsonb not null, because text check (length(because) between 1 and 500), by uuid not null, at timestamptz not null default now(),
    primary key (organization_id, version), ${staff('by')})`.execute(db);
  await enableRowLevelSecurity(db, 'expectation_edit', ['select', 'insert']);
  await appendOnly(db, 'expectation_edit');
}
