import { sql, type Kysely } from 'kysely';
import { appRole, enableRowLevelSecurity } from './row-level-security.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await enrollments(db);
  await meetings(db);
  await roster(db);
  await closures(db);
  await sessions(db);
}

/** What several people edit carries the version that each of them saw. */
async function enrollments(db: Kysely<unknown>): Promise<void> {
  for (const table of ['program', 'site', 'care_group']) {
    await sql`alter table ${sql.id(table)} add column version integer not null default 1`.execute(db);
  }
  await sql`alter table care_group add column capacity integer check (capacity between 1 and 500), add column ended_on date`.execute(db);
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
    foreign key (organization_id, group_id) references care_group (organization_id, id),
    foreign key (organization_id, leader_id) references staff (organization_id, id)
  )`.execute(db);
  await sql`create index on meeting (organization_id, group_id)`.execute(db);
  await enableRowLevelSecurity(db, 'meeting');
}

/** Who belongs to a group, from when to when, and on which of its weekdays; null is all of them. */
async function roster(db: Kysely<unknown>): Promise<void> {
  await sql`create table group_place (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    client_id uuid not null,
    group_id uuid not null,
    from_on date not null,
    to_on date check (to_on >= from_on),
    weekdays integer[],
    primary key (organization_id, id),
    foreign key (organization_id, client_id) references client (organization_id, id),
    foreign key (organization_id, group_id) references care_group (organization_id, id)
  )`.execute(db);
  await sql`create index on group_place (organization_id, client_id)`.execute(db);
  await sql`create index on group_place (organization_id, group_id)`.execute(db);
  await sql`create unique index one_open_place on group_place (organization_id, client_id, group_id) where to_on is null`.execute(db);
  await enableRowLevelSecurity(db, 'group_place', ['select', 'insert', 'update', 'delete']);
  // Whoever is in care and has a group is on its roster since the episode opened.
  await sql`insert into group_place (organization_id, client_id, group_id, from_on)
    select organization_id, client_id, group_id, opened_on from episode where closed_on is null and group_id is not null`.execute(db);
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
    foreign key (organization_id, program_id) references program (organization_id, id),
    foreign key (organization_id, site_id) references site (organization_id, id)
  )`.execute(db);
  await enableRowLevelSecurity(db, 'closure', ['select', 'insert', 'delete']);
}

async function sessions(db: Kysely<unknown>): Promise<void> {
  await sql`alter table session
    add column meeting_id uuid,
    add column scheduled_on date,
    add column telehealth boolean not null default false,
    add column substitute_id uuid,
    add column collects_screens boolean not null default true,
    add column closure_id uuid,
    add column kept boolean not null default false,
    add column version integer not null default 1,
    add check ((meeting_id is null) = (scheduled_on is null)),
    add unique (organization_id, meeting_id, scheduled_on),
    add foreign key (organization_id, meeting_id) references meeting (organization_id, id),
    add foreign key (organization_id, substitute_id) references staff (organization_id, id),
    add foreign key (organization_id, closure_id) references closure (organization_id, id)`.execute(db);
  await sql`comment on column session.scheduled_on is 'the day its meeting means; a session moved by hand keeps it, so that it is not made again'`.execute(
    db,
  );
  await sql`comment on column session.kept is 'changed by hand for this day: a later change of the meeting leaves it'`.execute(db);
  await sql`alter table attendance add column makes_up uuid, add foreign key (organization_id, makes_up) references session (organization_id, id)`.execute(
    db,
  );
  // A place that nobody has marked can be given up; a mark is history. The keys keep a session that anything was recorded in.
  await sql`grant delete on attendance, session to ${sql.id(appRole)}`.execute(db);
  await sql`create policy booked_alone on attendance as restrictive for delete to ${sql.id(appRole)} using (status = 'booked')`.execute(db);
  await sql`create policy generated_alone on session as restrictive for delete to ${sql.id(appRole)} using (meeting_id is not null)`.execute(
    db,
  );
}
