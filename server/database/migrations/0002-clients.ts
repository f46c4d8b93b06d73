import { sql, type Kysely } from 'kysely';
import { enableRowLevelSecurity } from './row-level-security.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table client (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    chart_number text not null check (length(chart_number) between 1 and 40),
    first_name text not null check (length(first_name) between 1 and 200),
    last_name text not null check (length(last_name) between 1 and 200),
    preferred_name text check (length(preferred_name) between 1 and 200),
    pronouns text,
    born_on date,
    superseded_by uuid,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    primary key (organization_id, id),
    unique (organization_id, chart_number),
    foreign key (organization_id, superseded_by) references client (organization_id, id)
  )`.execute(db);
  await enableRowLevelSecurity(db, 'client');
  await episodes(db);
  await spans(db);
  await medications(db);
  await goals(db);
}

async function episodes(db: Kysely<unknown>): Promise<void> {
  await sql`create table care_group (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    program_id uuid not null,
    site_id uuid not null,
    name text not null,
    meets text not null,
    weekdays integer[] not null,
    primary key (organization_id, id),
    unique (organization_id, name),
    foreign key (organization_id, program_id) references program (organization_id, id),
    foreign key (organization_id, site_id) references site (organization_id, id)
  )`.execute(db);
  await enableRowLevelSecurity(db, 'care_group');
  await sql`create table episode (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    client_id uuid not null,
    program_id uuid not null,
    site_id uuid,
    group_id uuid,
    therapist_id uuid,
    opened_on date not null,
    admission_source text,
    primary_substance text,
    closed_on date check (closed_on >= opened_on),
    closed_because text check (closed_because in ('completed', 'stepped-down', 'stepped-up', 'transferred', 'moved-away', 'chose-to-leave', 'lost-contact',
      'coverage-ended', 'hospitalised', 'incarcerated', 'died', 'level-declined', 'ended-by-program')),
    version integer not null default 1,
    primary key (organization_id, id),
    check ((closed_on is null) = (closed_because is null)),
    foreign key (organization_id, client_id) references client (organization_id, id),
    foreign key (organization_id, program_id) references program (organization_id, id),
    foreign key (organization_id, site_id) references site (organization_id, id),
    foreign key (organization_id, group_id) references care_group (organization_id, id),
    foreign key (organization_id, therapist_id) references staff (organization_id, id)
  )`.execute(db);
  await sql`create index on episode (organization_id, client_id, opened_on)`.execute(db);
  await sql`create index on episode (organization_id, therapist_id) where closed_on is null`.execute(db);
  await sql`create unique index one_open_episode on episode (organization_id, client_id) where closed_on is null`.execute(db);
  await enableRowLevelSecurity(db, 'episode');
}

async function spans(db: Kysely<unknown>): Promise<void> {
  const ofClient = sql`
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    client_id uuid not null,
    primary key (organization_id, id),
    foreign key (organization_id, client_id) references client (organization_id, id)`;
  await sql`create table prescribed_hours (${ofClient}, hours_per_week numeric(4, 1) not null check (hours_per_week between 0 and 60), from_on date not null,
    unique (organization_id, client_id, from_on))`.execute(db);
  await sql`create table phase_span (${ofClient}, number integer not null, name text not null, from_on date not null, to_on date check (to_on >= from_on),
    review_due_on date, criteria jsonb not null default '[]')`.execute(db);
  await sql`create table leave_span (${ofClient}, from_on date not null, to_on date check (to_on >= from_on), reason text not null)`.execute(
    db,
  );
  await sql`create table reading_window (${ofClient}, analyte text not null, kind text not null check (kind in ('carry-over', 'non-target')), basis text not null,
    from_on date not null, to_on date not null check (to_on >= from_on), set_by uuid not null)`.execute(db);
  await sql`create table authorisation (${ofClient}, payer text not null, number text not null, days integer not null check (days > 0), from_on date not null,
    to_on date not null check (to_on >= from_on), next_review_on date)`.execute(db);
  await sql`create table safety_concern (${ofClient}, opened_at timestamptz not null, trigger text not null, told text, told_at timestamptz, recorded_by uuid,
    closed_at timestamptz)`.execute(db);
  await sql`create table contact (${ofClient}, at timestamptz not null, method text not null, two_way boolean not null, note text, by uuid not null)`.execute(
    db,
  );
  await sql`create table snooze (${ofClient}, need text not null, adjustment_id uuid, reason text not null check (length(reason) between 1 and 500), from_at timestamptz not null,
    until_on date not null, by uuid not null, supervisor text)`.execute(db);
  for (const table of [
    'prescribed_hours',
    'phase_span',
    'leave_span',
    'reading_window',
    'authorisation',
    'safety_concern',
    'contact',
    'snooze',
  ]) {
    await sql`create index on ${sql.id(table)} (organization_id, client_id)`.execute(db);
    await enableRowLevelSecurity(db, table);
  }
}

async function medications(db: Kysely<unknown>): Promise<void> {
  await sql`create table medication (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    client_id uuid not null,
    name text not null check (length(name) between 1 and 200),
    dose text,
    started_on date not null,
    ended_on date check (ended_on >= started_on),
    primary key (organization_id, id),
    unique (organization_id, client_id, name, started_on),
    foreign key (organization_id, client_id) references client (organization_id, id)
  )`.execute(db);
  await enableRowLevelSecurity(db, 'medication');
  await sql`create table expectation_rule (
    organization_id uuid not null references organization,
    medication text not null,
    analyte text not null,
    specimen text not null,
    expectation text not null check (expectation in ('should-show', 'may-show', 'wont-show')),
    appears_after_days integer not null check (appears_after_days >= 0),
    clears_after_days integer not null check (clears_after_days >= 0),
    primary key (organization_id, medication, analyte, specimen)
  )`.execute(db);
  await enableRowLevelSecurity(db, 'expectation_rule', ['select', 'insert', 'update', 'delete']);
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
    foreign key (organization_id, client_id) references client (organization_id, id)
  )`.execute(db);
  await sql`create table goal_rating (
    organization_id uuid not null references organization,
    goal_id uuid not null,
    client_id uuid not null,
    rated_on date not null,
    level integer not null check (level between -2 and 2),
    rated_by uuid not null,
    primary key (organization_id, goal_id, rated_on),
    foreign key (organization_id, goal_id) references goal (organization_id, id)
  )`.execute(db);
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
    foreign key (organization_id, client_id) references client (organization_id, id)
  )`.execute(db);
  for (const table of ['goal', 'goal_rating', 'instrument_score']) await enableRowLevelSecurity(db, table);
  await sql`create index on goal (organization_id, client_id)`.execute(db);
  await sql`create index on goal_rating (organization_id, client_id)`.execute(db);
}
