import { sql, type Kysely } from 'kysely';
import { appRole } from '../../roles.ts';
import { tenantTable } from './row-level-security.ts';

export async function createScheduling(db: Kysely<unknown>): Promise<void> {
  await groups(db);
  await meetings(db);
  await enrollments(db);
  await closures(db);
  await sessions(db);
}

async function groups(db: Kysely<unknown>): Promise<void> {
  await sql`create table care_group (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    program_id uuid not null,
    site_id uuid not null,
    name text not null,
    meets jsonb not null default '[]',
    weekdays integer[] not null,
    capacity integer check (capacity between 1 and 500),
    ended_on date,
    version integer not null default 1,
    primary key (organization_id, id),
    unique (organization_id, name),
    foreign key (organization_id, program_id) references program,
    foreign key (organization_id, site_id) references site
  )`.execute(db);
  await tenantTable(db, 'care_group');
}

/** A group's recurring session: a day of the week and two times on the clock of the organization's zone, from a day on. */
async function meetings(db: Kysely<unknown>): Promise<void> {
  await sql`create table meeting (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    group_id uuid not null,
    weekday integer not null check (weekday between 1 and 7),
    starts_at time not null,
    ends_at time not null check (ends_at > starts_at),
    service text not null check (service in ('group', 'individual', 'family', 'skills', 'education', 'wellness', 'medication', 'peer', 'mutual-help')),
    title text not null check (length(title) between 1 and 120),
    telehealth boolean not null default false,
    leader_id uuid,
    break_minutes integer not null default 0 check (break_minutes >= 0),
    collects_screens boolean not null default true,
    from_on date not null,
    to_on date check (to_on >= from_on - 1),
    primary key (organization_id, id),
    foreign key (organization_id, group_id) references care_group,
    foreign key (organization_id, leader_id) references staff
  )`.execute(db);
  await sql`create index on meeting (organization_id, group_id)`.execute(db);
  await tenantTable(db, 'meeting');
}

/** Who belongs to a group, from when to when, and on which of its weekdays; null is all of them. */
async function enrollments(db: Kysely<unknown>): Promise<void> {
  await sql`create table group_enrollment (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    client_id uuid not null,
    group_id uuid not null,
    from_on date not null,
    to_on date check (to_on >= from_on),
    weekdays integer[],
    primary key (organization_id, id),
    foreign key (organization_id, client_id) references client,
    foreign key (organization_id, group_id) references care_group
  )`.execute(db);
  await sql`create index on group_enrollment (organization_id, client_id)`.execute(db);
  await sql`create index on group_enrollment (organization_id, group_id)`.execute(db);
  await sql`create unique index one_open_enrollment on group_enrollment (organization_id, client_id, group_id) where to_on is null`.execute(
    db,
  );
  await tenantTable(db, 'group_enrollment', { grants: ['select', 'insert', 'update', 'delete'], ofClient: true });
}

/** Days without sessions, for everybody, one program or one site. */
async function closures(db: Kysely<unknown>): Promise<void> {
  await sql`create table closure (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    program_id uuid,
    site_id uuid,
    from_on date not null,
    to_on date not null check (to_on >= from_on),
    kind text not null check (kind in ('holiday', 'closure')),
    label text not null check (length(label) between 1 and 200),
    primary key (organization_id, id),
    foreign key (organization_id, program_id) references program,
    foreign key (organization_id, site_id) references site
  )`.execute(db);
  await tenantTable(db, 'closure', { grants: ['select', 'insert', 'delete'] });
}

async function sessions(db: Kysely<unknown>): Promise<void> {
  await sql`create table session (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    program_id uuid not null,
    site_id uuid,
    group_id uuid,
    meeting_id uuid,
    scheduled_on date,
    outside_key text,
    service text not null check (service in ('group', 'individual', 'family', 'skills', 'education', 'wellness', 'medication', 'peer', 'mutual-help')),
    title text not null,
    telehealth boolean not null default false,
    leader_id uuid,
    substitute_id uuid,
    session_on date not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null check (ends_at > starts_at),
    times_known boolean not null default true,
    break_minutes integer not null default 0 check (break_minutes >= 0),
    collects_screens boolean not null default true,
    cancelled_because text,
    closure_id uuid,
    kept boolean not null default false,
    version integer not null default 1,
    primary key (organization_id, id),
    unique (organization_id, outside_key),
    unique (organization_id, meeting_id, scheduled_on),
    check ((meeting_id is null) = (scheduled_on is null)),
    foreign key (organization_id, program_id) references program,
    foreign key (organization_id, group_id) references care_group,
    foreign key (organization_id, meeting_id) references meeting,
    foreign key (organization_id, leader_id) references staff,
    foreign key (organization_id, substitute_id) references staff,
    foreign key (organization_id, closure_id) references closure
  )`.execute(db);
  await sql`comment on column session.scheduled_on is 'the day its meeting means; a session moved by hand keeps it, so that it is not made again'`.execute(
    db,
  );
  await sql`comment on column session.kept is 'changed by hand for this day: a later change of the meeting leaves it'`.execute(db);
  await sql`create index on session (organization_id, session_on)`.execute(db);
  await tenantTable(db, 'session', { grants: ['select', 'insert', 'update', 'delete'] });
  // The keys keep a session that anything was recorded in.
  await sql`create policy delete_generated_only on session as restrictive for delete to ${sql.id(appRole)}
    using (meeting_id is not null)`.execute(db);
}
