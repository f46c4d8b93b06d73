import { sql, type Kysely } from 'kysely';
import { tenantTable } from './row-level-security.ts';

/** What the payer authorizes may be days, hours or units of 15 minutes; what is used is never stored. */
export async function createAuthorizations(db: Kysely<unknown>): Promise<void> {
  await sql`create table payer_authorization (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    client_id uuid not null,
    payer text not null,
    number text not null,
    quantity numeric(7, 2) not null check (quantity > 0),
    unit text not null default 'days' check (unit in ('days', 'hours', 'units')),
    from_on date not null,
    to_on date not null check (to_on >= from_on),
    next_review_on date,
    needs_no_more boolean not null default false,
    version integer not null default 1,
    primary key (organization_id, id),
    foreign key (organization_id, client_id) references client
  )`.execute(db);
  await sql`create index on payer_authorization (organization_id, client_id)`.execute(db);
  await tenantTable(db, 'payer_authorization', { ofClient: true });

  await sql`create table utilization_review (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    client_id uuid not null,
    authorization_id uuid not null,
    reviewed_on date not null,
    next_review_on date,
    note text check (length(note) between 1 and 500),
    by uuid not null,
    at timestamptz not null default now(),
    primary key (organization_id, id),
    foreign key (organization_id, client_id) references client,
    foreign key (organization_id, authorization_id) references payer_authorization,
    foreign key (organization_id, by) references staff
  )`.execute(db);
  await sql`create index on utilization_review (organization_id, client_id)`.execute(db);
  await tenantTable(db, 'utilization_review', { grants: ['select', 'insert'], ofClient: true, appendOnly: true });
}
