import { sql, type Kysely } from 'kysely';
import { appendOnly, enableRowLevelSecurity } from './row-level-security.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await panels(db);
  await screens(db);
  await readings(db);
}

async function panels(db: Kysely<unknown>): Promise<void> {
  await sql`create table panel (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    name text not null,
    specimen text not null,
    analytes text[] not null check (cardinality(analytes) between 1 and 40),
    read_from_minutes integer not null default 5,
    read_until_minutes integer not null default 8,
    primary key (organization_id, id),
    unique (organization_id, name)
  )`.execute(db);
  await sql`create table panel_lot (
    organization_id uuid not null references organization,
    panel_id uuid not null,
    lot text not null,
    expires_on date not null,
    primary key (organization_id, panel_id, lot),
    foreign key (organization_id, panel_id) references panel (organization_id, id)
  )`.execute(db);
  await sql`create table screen_slot (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    client_id uuid not null,
    session_id uuid,
    due_on date not null,
    primary key (organization_id, id),
    unique (organization_id, client_id, due_on),
    foreign key (organization_id, client_id) references client (organization_id, id),
    foreign key (organization_id, session_id) references session (organization_id, id)
  )`.execute(db);
  await sql`create index on screen_slot (organization_id, session_id)`.execute(db);
  await sql`create index on screen_slot (organization_id, due_on)`.execute(db);
  for (const table of ['panel', 'panel_lot', 'screen_slot']) await enableRowLevelSecurity(db, table);
}

/** A screen is written once. What was wrong in it is put right by another row that names it as amended. */
async function screens(db: Kysely<unknown>): Promise<void> {
  await sql`create table screen (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    client_id uuid not null,
    slot_id uuid,
    session_id uuid,
    batch_id uuid,
    outside_key text,
    scheduled boolean not null,
    outcome text not null check (outcome in ('collected', 'not-collected', 'declined', 'unable', 'excused', 'cancelled-by-program')),
    specimen text check (specimen in ('urine-cup', 'urine-lab', 'oral-fluid', 'breath-alcohol', 'blood', 'hair')),
    validity text check (validity in ('valid', 'dilute', 'substituted', 'adulterated', 'invalid', 'not-tested')),
    validity_reason text,
    temperature_in_range boolean,
    panel_id uuid,
    lot text,
    collected_on date not null,
    collected_at timestamptz,
    received_at timestamptz not null default now(),
    read_by uuid,
    source text not null check (source in ('logged', 'imported')),
    amends_id uuid,
    amended_because text,
    primary key (organization_id, id),
    unique (organization_id, amends_id),
    unique (organization_id, outside_key),
    check ((outcome = 'collected') = (specimen is not null and validity is not null)),
    check ((amends_id is null) = (amended_because is null)),
    foreign key (organization_id, client_id) references client (organization_id, id),
    foreign key (organization_id, slot_id) references screen_slot (organization_id, id),
    foreign key (organization_id, session_id) references session (organization_id, id),
    foreign key (organization_id, amends_id) references screen (organization_id, id),
    foreign key (organization_id, panel_id) references panel (organization_id, id)
  )`.execute(db);
  await sql`create unique index one_screen_a_slot on screen (organization_id, slot_id) where amends_id is null`.execute(db);
  await sql`create index on screen (organization_id, client_id, collected_on)`.execute(db);
  await enableRowLevelSecurity(db, 'screen', ['select', 'insert']);
  await appendOnly(db, 'screen');

  await sql`create table analyte_result (
    organization_id uuid not null references organization,
    screen_id uuid not null,
    analyte text not null,
    result text not null check (result in ('negative', 'presumptive-positive', 'confirmed-positive', 'not-confirmed', 'inconclusive', 'pending')),
    expectation text not null check (expectation in ('should-show', 'may-show', 'wont-show', 'not-known')),
    expected_because text,
    cutoff numeric,
    value numeric,
    unit text,
    primary key (organization_id, screen_id, analyte),
    foreign key (organization_id, screen_id) references screen (organization_id, id)
  )`.execute(db);
  await enableRowLevelSecurity(db, 'analyte_result', ['select', 'insert']);
  await appendOnly(db, 'analyte_result');

  await sql`create table screen_batch (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    session_id uuid not null,
    cups_counted integer not null check (cups_counted >= 0),
    signed_by uuid not null,
    signed_at timestamptz not null default now(),
    primary key (organization_id, id),
    foreign key (organization_id, session_id) references session (organization_id, id)
  )`.execute(db);
  await enableRowLevelSecurity(db, 'screen_batch', ['select', 'insert']);
}

/** Findings worked out once, with the version of the rule that gave them, so that SQL can count them. Rebuilt by command, never edited. */
async function readings(db: Kysely<unknown>): Promise<void> {
  await sql`create table screen_reading (
    organization_id uuid not null references organization,
    screen_id uuid not null,
    client_id uuid not null,
    rule_version integer not null,
    interpretable boolean not null,
    as_expected boolean not null,
    negative boolean not null,
    unexpected text[] not null default '{}',
    not_detected text[] not null default '{}',
    specimen_not_valid boolean not null default false,
    findings jsonb not null,
    primary key (organization_id, screen_id),
    foreign key (organization_id, screen_id) references screen (organization_id, id)
  )`.execute(db);
  await sql`create index on screen_reading (organization_id, client_id)`.execute(db);
  await enableRowLevelSecurity(db, 'screen_reading', ['select', 'insert', 'update', 'delete']);
}
