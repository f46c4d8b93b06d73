import { sql, type Kysely } from 'kysely';
import { appendOnly, enableRowLevelSecurity } from './row-level-security.ts';

/** When somebody came and went, which missed session this one makes up, and who said so last. What was said before is kept beside it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table attendance
    add column arrived_at timestamptz,
    add column left_at timestamptz,
    add column changed_at timestamptz,
    add column changed_by uuid,
    add check (left_at > arrived_at),
    add check (makes_up <> session_id),
    add foreign key (organization_id, changed_by) references staff (organization_id, id)`.execute(db);
  await sql`create index on attendance (organization_id, makes_up) where makes_up is not null`.execute(db);

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
    said_by uuid,
    said_at timestamptz,
    what text not null check (what in ('corrected', 'removed')),
    by uuid not null,
    at timestamptz not null,
    primary key (organization_id, id),
    foreign key (organization_id, session_id) references session (organization_id, id),
    foreign key (organization_id, client_id) references client (organization_id, id),
    foreign key (organization_id, makes_up) references session (organization_id, id),
    foreign key (organization_id, said_by) references staff (organization_id, id),
    foreign key (organization_id, by) references staff (organization_id, id)
  )`.execute(db);
  await sql`create index on attendance_change (organization_id, session_id)`.execute(db);
  await enableRowLevelSecurity(db, 'attendance_change', ['select', 'insert']);
  await appendOnly(db, 'attendance_change');
}
