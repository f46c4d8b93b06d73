import { sql, type Kysely } from 'kysely';
import { guardHiddenSlots } from './screen-plans.ts';
import { tenantTable } from './row-level-security.ts';

export async function createDrugScreens(db: Kysely<unknown>): Promise<void> {
  await batches(db);
  await screens(db);
  await results(db);
  await readings(db);
  await guardHiddenSlots(db);
}

/** A signed log of the cups of one session, counted. */
async function batches(db: Kysely<unknown>): Promise<void> {
  await sql`create table screen_batch (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    session_id uuid not null,
    cups_counted integer not null check (cups_counted >= 0),
    signed_by uuid not null,
    signed_at timestamptz not null default now(),
    primary key (organization_id, id),
    foreign key (organization_id, session_id) references session,
    foreign key (organization_id, signed_by) references staff
  )`.execute(db);
  await sql`create index on screen_batch (organization_id, session_id)`.execute(db);
  await tenantTable(db, 'screen_batch', { grants: ['select', 'insert'] });
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
    observed boolean check (observed is null or outcome = 'collected'),
    observed_by uuid check (observed_by is null or observed),
    collected_on date not null,
    collected_at timestamptz,
    received_at timestamptz not null default now(),
    read_by uuid,
    source text not null check (source in ('logged', 'imported')),
    amends_id uuid,
    amended_because text check (amended_because in ('misread-strip', 'wrong-client', 'wrong-date', 'lab-correction', 'other', 'medication-list')),
    amended_words text check (amended_words is null or amended_because is not null),
    primary key (organization_id, id),
    unique (organization_id, amends_id),
    unique (organization_id, outside_key),
    check ((outcome = 'collected') = (specimen is not null and validity is not null)),
    check ((amends_id is null) = (amended_because is null)),
    foreign key (organization_id, client_id) references client,
    foreign key (organization_id, slot_id) references screen_slot,
    foreign key (organization_id, session_id) references session,
    foreign key (organization_id, batch_id) references screen_batch,
    foreign key (organization_id, panel_id) references panel,
    foreign key (organization_id, amends_id) references screen,
    foreign key (organization_id, observed_by) references staff,
    foreign key (organization_id, read_by) references staff
  )`.execute(db);
  await sql`create unique index one_screen_a_slot on screen (organization_id, slot_id) where amends_id is null`.execute(db);
  await sql`create index on screen (organization_id, client_id, collected_on)`.execute(db);
  // Deleting a session or a slot looks for the screens that name it.
  await sql`create index on screen (organization_id, session_id)`.execute(db);
  await sql`create index on screen (organization_id, slot_id)`.execute(db);
  await tenantTable(db, 'screen', { grants: ['select', 'insert'], ofClient: true, appendOnly: true });
}

/** One analyte of a screen, with what the client's medication should have shown at collection. */
async function results(db: Kysely<unknown>): Promise<void> {
  await sql`create table analyte_result (
    organization_id uuid not null references organization,
    screen_id uuid not null,
    analyte text not null,
    result text not null check (result in ('negative', 'presumptive-positive', 'confirmed-positive', 'not-confirmed', 'inconclusive', 'pending')),
    expectation text not null check (expectation in ('should-show', 'may-show', 'wont-show', 'not-known')),
    expected_because jsonb,
    cutoff numeric,
    value numeric,
    unit text,
    primary key (organization_id, screen_id, analyte),
    check (value is null or unit is not null),
    foreign key (organization_id, screen_id) references screen
  )`.execute(db);
  await tenantTable(db, 'analyte_result', { grants: ['select', 'insert'], appendOnly: true });
}

async function readings(db: Kysely<unknown>): Promise<void> {
  // Findings worked out once, with the version of the rule that gave them, so that SQL can count them. Rebuilt by command, never edited.
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
    foreign key (organization_id, screen_id) references screen,
    foreign key (organization_id, client_id) references client
  )`.execute(db);
  await sql`create index on screen_reading (organization_id, client_id)`.execute(db);
  await tenantTable(db, 'screen_reading', { grants: ['select', 'insert', 'update', 'delete'], ofClient: true });

  // Days on which a substance can still show, or another can look like it: set by a person, with their grounds.
  await sql`create table reading_window (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    client_id uuid not null,
    analyte text not null,
    kind text not null check (kind in ('carry-over', 'non-target')),
    basis text not null,
    from_on date not null,
    to_on date not null check (to_on >= from_on),
    set_by uuid not null,
    primary key (organization_id, id),
    foreign key (organization_id, client_id) references client,
    foreign key (organization_id, set_by) references staff
  )`.execute(db);
  await sql`create index on reading_window (organization_id, client_id)`.execute(db);
  await tenantTable(db, 'reading_window', { ofClient: true });
}
