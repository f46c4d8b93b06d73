import { sql, type Kysely } from 'kysely';
import { tenantTable } from './row-level-security.ts';

export async function createMedications(db: Kysely<unknown>): Promise<void> {
  await medications(db);
  await expectations(db);
  await reinterpretations(db);
}

/** What a medication list said before is kept. A last day that was still to come when it was entered is looked at when it comes. */
async function medications(db: Kysely<unknown>): Promise<void> {
  await sql`create table medication (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    client_id uuid not null,
    name text not null check (length(name) between 1 and 200),
    dose text,
    prescriber text check (length(prescriber) between 1 and 200),
    started_on date not null,
    ended_on date check (ended_on >= started_on),
    ends_ahead_on date,
    stopped_because text check (length(stopped_because) between 1 and 500),
    withdrawn_at timestamptz,
    version integer not null default 1,
    primary key (organization_id, id),
    foreign key (organization_id, client_id) references client
  )`.execute(db);
  await sql`create unique index one_medication_a_start on medication (organization_id, client_id, name, started_on)
    where withdrawn_at is null`.execute(db);
  await sql`create index on medication (organization_id, client_id)`.execute(db);
  await sql`create index medication_ends_ahead on medication (organization_id, ends_ahead_on) where ends_ahead_on is not null`.execute(db);
  await tenantTable(db, 'medication', { ofClient: true });

  await sql`create table medication_edit (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    client_id uuid not null,
    medication_id uuid not null,
    step text not null check (step in ('added', 'dose', 'stopped', 'corrected', 'withdrawn')),
    was jsonb,
    because text check (length(because) between 1 and 500),
    by uuid not null,
    at timestamptz not null default now(),
    primary key (organization_id, id),
    foreign key (organization_id, client_id) references client,
    foreign key (organization_id, medication_id) references medication,
    foreign key (organization_id, by) references staff
  )`.execute(db);
  await sql`create index on medication_edit (organization_id, client_id)`.execute(db);
  await sql`create index on medication_edit (organization_id, medication_id)`.execute(db);
  await tenantTable(db, 'medication_edit', { grants: ['select', 'insert'], ofClient: true, appendOnly: true });
}

/** What a medication should show. A row may be for one panel: it wins there over the row for any panel of its specimen, which has none. */
async function expectations(db: Kysely<unknown>): Promise<void> {
  await sql`create table expectation_rule (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    medication text not null,
    analyte text not null,
    specimen text not null,
    panel_id uuid,
    expectation text not null check (expectation in ('should-show', 'may-show', 'wont-show')),
    appears_after_days integer not null check (appears_after_days >= 0),
    clears_after_days integer not null check (clears_after_days >= 0),
    primary key (organization_id, id),
    constraint one_rule_a_panel unique nulls not distinct (organization_id, medication, analyte, specimen, panel_id),
    foreign key (organization_id, panel_id) references panel
  )`.execute(db);
  await tenantTable(db, 'expectation_rule', { grants: ['select', 'insert', 'update', 'delete'] });

  await sql`create table expectation_edit (
    organization_id uuid not null references organization,
    version integer not null check (version > 0),
    medication text not null,
    was jsonb not null,
    became jsonb not null,
    because text check (length(because) between 1 and 500),
    by uuid not null,
    at timestamptz not null default now(),
    primary key (organization_id, version),
    foreign key (organization_id, by) references staff
  )`.execute(db);
  await tenantTable(db, 'expectation_edit', { grants: ['select', 'insert'], appendOnly: true });
}

/** A screen that a changed medication list would interpret differently is offered to a person, and never rewritten. */
async function reinterpretations(db: Kysely<unknown>): Promise<void> {
  await sql`create table reinterpretation (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    client_id uuid not null,
    screen_id uuid not null,
    medication_id uuid not null,
    analytes jsonb not null,
    offered_at timestamptz not null,
    offered_by uuid not null,
    primary key (organization_id, id),
    foreign key (organization_id, client_id) references client,
    foreign key (organization_id, screen_id) references screen,
    foreign key (organization_id, medication_id) references medication,
    foreign key (organization_id, offered_by) references staff
  )`.execute(db);
  await sql`create index on reinterpretation (organization_id, client_id)`.execute(db);
  await sql`create index on reinterpretation (organization_id, screen_id)`.execute(db);
  await sql`create index on reinterpretation (organization_id, medication_id)`.execute(db);
  await tenantTable(db, 'reinterpretation', { grants: ['select', 'insert'], ofClient: true, appendOnly: true });

  await sql`create table reinterpretation_answer (
    organization_id uuid not null references organization,
    review_id uuid not null,
    client_id uuid not null,
    answer text not null check (answer in ('keep', 'read-again', 'overtaken')),
    because text check (length(because) between 1 and 500),
    amended_by uuid,
    by uuid not null,
    at timestamptz not null,
    primary key (organization_id, review_id),
    foreign key (organization_id, review_id) references reinterpretation,
    foreign key (organization_id, client_id) references client,
    foreign key (organization_id, amended_by) references screen,
    foreign key (organization_id, by) references staff
  )`.execute(db);
  await sql`create index on reinterpretation_answer (organization_id, client_id)`.execute(db);
  await sql`create index on reinterpretation_answer (organization_id, amended_by) where amended_by is not null`.execute(db);
  await tenantTable(db, 'reinterpretation_answer', { grants: ['select', 'insert'], ofClient: true, appendOnly: true });
}
