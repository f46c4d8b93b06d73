import { sql, type Kysely } from 'kysely';
import { enableRowLevelSecurity } from './row-level-security.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table session (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    program_id uuid not null,
    site_id uuid,
    group_id uuid,
    leader_id uuid,
    outside_key text,
    service text not null check (service in ('group', 'individual', 'family', 'skills', 'education', 'wellness', 'medication', 'peer', 'mutual-help')),
    title text not null,
    session_on date not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null check (ends_at > starts_at),
    times_known boolean not null default true,
    break_minutes integer not null default 0 check (break_minutes >= 0),
    cancelled_because text,
    primary key (organization_id, id),
    unique (organization_id, outside_key),
    foreign key (organization_id, program_id) references program (organization_id, id),
    foreign key (organization_id, group_id) references care_group (organization_id, id)
  )`.execute(db);
  await sql`create index on session (organization_id, session_on)`.execute(db);
  await enableRowLevelSecurity(db, 'session');

  await sql`create table attendance (
    organization_id uuid not null references organization,
    session_id uuid not null,
    client_id uuid not null,
    session_on date not null,
    status text not null check (status in ('booked', 'present', 'late', 'left-early', 'absent', 'excused')),
    minutes integer check (minutes >= 0),
    telehealth boolean not null default false,
    make_up boolean not null default false,
    note text,
    recorded_by uuid,
    version integer not null default 1,
    primary key (organization_id, session_id, client_id),
    foreign key (organization_id, session_id) references session (organization_id, id),
    foreign key (organization_id, client_id) references client (organization_id, id)
  )`.execute(db);
  await sql`create index on attendance (organization_id, client_id, session_on) include (status)`.execute(db);
  await enableRowLevelSecurity(db, 'attendance');
}
