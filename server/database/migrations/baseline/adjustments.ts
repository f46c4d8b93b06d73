import { sql, type Kysely } from 'kysely';
import { tenantTable } from './row-level-security.ts';

/** An adjustment of the care plan: what opened it, the talk, the signed answer with its changes, and what came of it. */
export async function createAdjustments(db: Kysely<unknown>): Promise<void> {
  await sql`create table adjustment (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    client_id uuid not null,
    number integer not null,
    trigger text not null check (trigger in ('screen', 'own-report', 'collateral', 'missed-care', 'instrument', 'team')),
    about text,
    follows_id uuid,
    screen_id uuid,
    analytes text[] not null default '{}',
    specimen_not_valid boolean not null default false,
    opened_at timestamptz not null,
    talk_due_at timestamptz not null,
    sign_due_at timestamptz not null,
    checked text check (checked in ('go-ahead', 'send-to-lab')),
    talked_at timestamptz,
    talk_method text,
    own_words text,
    own_words_exportable boolean not null default false,
    safety_today text check (safety_today in ('checked-no-concern', 'on-call-notified', 'not-asked')),
    naloxone text check (naloxone in ('has-it', 'given-today', 'declined', 'not-discussed')),
    explained_at timestamptz,
    explained_because text check (explained_because in ('medication', 'carry-over', 'lab', 'other')),
    explanation text,
    signed_at timestamptz,
    signed_by uuid,
    no_change_reason text,
    client_view text check (client_view in ('agrees', 'agrees-in-part', 'not-yet')),
    follow_up_on date,
    follow_up_by uuid,
    better_looks_like text,
    outcome text check (outcome in ('improved', 'same', 'needs-more', 'unclear')),
    outcome_at timestamptz,
    outcome_note text,
    amended_at timestamptz,
    version integer not null default 1,
    primary key (organization_id, id),
    unique (organization_id, client_id, number),
    check (signed_at is null or (client_view is not null and naloxone is not null)),
    check ((explained_at is null) = (explained_because is null) and (explained_at is null) = (explanation is null)),
    check (outcome is null or signed_at is not null),
    foreign key (organization_id, client_id) references client,
    foreign key (organization_id, screen_id) references screen,
    foreign key (organization_id, follows_id) references adjustment,
    foreign key (organization_id, signed_by) references staff,
    foreign key (organization_id, follow_up_by) references staff
  )`.execute(db);
  await sql`create unique index one_adjustment_a_screen on adjustment (organization_id, screen_id) where screen_id is not null`.execute(db);
  await sql`create index on adjustment (organization_id, opened_at)`.execute(db);
  await sql`create index on adjustment (organization_id, follows_id) where follows_id is not null`.execute(db);
  await sql`create index on adjustment (organization_id, client_id)
    where outcome_at is null and explained_at is null and amended_at is null`.execute(db);
  await tenantTable(db, 'adjustment', { ofClient: true });

  await sql`create table adjustment_change (
    organization_id uuid not null references organization,
    adjustment_id uuid not null,
    position integer not null,
    line text not null,
    what text not null check (length(what) between 1 and 500),
    from_on date not null,
    who uuid not null,
    primary key (organization_id, adjustment_id, position),
    foreign key (organization_id, adjustment_id) references adjustment,
    foreign key (organization_id, who) references staff
  )`.execute(db);
  await tenantTable(db, 'adjustment_change', { grants: ['select', 'insert'] });

  await sql`create table adjustment_result (
    organization_id uuid not null references organization,
    adjustment_id uuid not null,
    screen_id uuid not null,
    analyte text not null,
    attached_at timestamptz not null default now(),
    primary key (organization_id, adjustment_id, screen_id, analyte),
    foreign key (organization_id, adjustment_id) references adjustment,
    foreign key (organization_id, screen_id) references screen
  )`.execute(db);
  await sql`create index on adjustment_result (organization_id, screen_id)`.execute(db);
  await tenantTable(db, 'adjustment_result', { grants: ['select', 'insert'] });
}
