import { sql, type Kysely } from 'kysely';
import { appRole } from '../../roles.ts';
import { tenantTable } from './row-level-security.ts';

/** When somebody came and went, which missed session this one makes up, and who recorded it last. What was recorded before is kept beside it. */
export async function createAttendance(db: Kysely<unknown>): Promise<void> {
  await sql`create table attendance (
    organization_id uuid not null references organization,
    session_id uuid not null,
    client_id uuid not null,
    session_on date not null,
    status text not null check (status in ('booked', 'present', 'late', 'left-early', 'absent', 'excused')),
    minutes integer check (minutes >= 0),
    arrived_at timestamptz,
    left_at timestamptz check (left_at > arrived_at),
    telehealth boolean not null default false,
    make_up boolean not null default false,
    makes_up uuid check (makes_up <> session_id),
    note text,
    recorded_by uuid,
    changed_at timestamptz,
    changed_by uuid,
    version integer not null default 1,
    primary key (organization_id, session_id, client_id),
    foreign key (organization_id, session_id) references session,
    foreign key (organization_id, client_id) references client,
    foreign key (organization_id, makes_up) references session,
    foreign key (organization_id, recorded_by) references staff,
    foreign key (organization_id, changed_by) references staff
  )`.execute(db);
  await sql`create index on attendance (organization_id, client_id, session_on) include (status)`.execute(db);
  await sql`create index on attendance (organization_id, session_on, client_id) include (status)`.execute(db);
  await sql`create index on attendance (organization_id, makes_up) where makes_up is not null`.execute(db);
  await tenantTable(db, 'attendance', { grants: ['select', 'insert', 'update', 'delete'], ofClient: true });
  // A booking that nobody has marked can be given up; a mark is history.
  await sql`create policy delete_booked_only on attendance as restrictive for delete to ${sql.id(appRole)} using (status = 'booked')`.execute(
    db,
  );

  await sql`create table attendance_change (
    organization_id uuid not null references organization,
    id bigint generated always as identity,
    session_id uuid not null,
    client_id uuid not null,
    version integer not null,
    was text not null check (was in ('booked', 'present', 'late', 'left-early', 'absent', 'excused')),
    minutes integer,
    arrived_at timestamptz,
    left_at timestamptz,
    telehealth boolean not null,
    make_up boolean not null,
    makes_up uuid,
    note text,
    recorded_by uuid,
    recorded_at timestamptz,
    what text not null check (what in ('corrected', 'removed')),
    by uuid not null,
    at timestamptz not null,
    primary key (organization_id, id),
    foreign key (organization_id, session_id) references session,
    foreign key (organization_id, client_id) references client,
    foreign key (organization_id, makes_up) references session,
    foreign key (organization_id, recorded_by) references staff,
    foreign key (organization_id, by) references staff
  )`.execute(db);
  await sql`create index on attendance_change (organization_id, session_id)`.execute(db);
  await sql`create index on attendance_change (organization_id, client_id)`.execute(db);
  await sql`create index on attendance_change (organization_id, makes_up) where makes_up is not null`.execute(db);
  await tenantTable(db, 'attendance_change', { grants: ['select', 'insert'], ofClient: true, appendOnly: true });
}
