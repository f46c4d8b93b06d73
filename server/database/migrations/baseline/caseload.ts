import { sql, type Kysely } from 'kysely';
import { tenantTable } from './row-level-security.ts';

/** Contacts with a client outside of sessions, and tasks of Today that can wait, with the reason why. */
export async function createCaseload(db: Kysely<unknown>): Promise<void> {
  await sql`create table contact (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    client_id uuid not null,
    at timestamptz not null,
    method text not null,
    two_way boolean not null,
    note text,
    by uuid not null,
    primary key (organization_id, id),
    foreign key (organization_id, client_id) references client,
    foreign key (organization_id, by) references staff
  )`.execute(db);
  await sql`create index on contact (organization_id, client_id)`.execute(db);
  await tenantTable(db, 'contact', { ofClient: true });

  await sql`create table snooze (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    client_id uuid not null,
    need text not null,
    adjustment_id uuid,
    reason text not null check (length(reason) between 1 and 500),
    from_at timestamptz not null,
    until_on date not null,
    by uuid not null,
    supervisor text,
    primary key (organization_id, id),
    foreign key (organization_id, client_id) references client,
    foreign key (organization_id, adjustment_id) references adjustment,
    foreign key (organization_id, by) references staff
  )`.execute(db);
  await sql`create index on snooze (organization_id, client_id)`.execute(db);
  await sql`create index on snooze (organization_id, adjustment_id) where adjustment_id is not null`.execute(db);
  await tenantTable(db, 'snooze', { ofClient: true });
}
