import { sql, type Kysely } from 'kysely';
import { createAsOwner } from './baseline/roles.ts';
import { tenantTable } from './baseline/row-level-security.ts';
import { readOrganizationByStatement } from './policies/organization-by-statement.ts';

/** A result that attaches after the signature is answered by itself, and whoever acted on a result that was corrected since is told. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createAsOwner(db);
  await attachedResults(db);
  await resultContacts(db);
  await corrections(db);
  await noteTheirClients(db);
  await readOrganizationByStatement(db);
}

async function attachedResults(db: Kysely<unknown>): Promise<void> {
  await sql`alter table adjustment add column talked_by uuid, add column follow_up_forward_on date,
    add foreign key (organization_id, talked_by) references staff`.execute(db);
  await sql`alter table adjustment_result add column after_signature boolean not null default false`.execute(db);
  // An amendment of the screen that opened it came later too, and is no other result.
  await sql`update adjustment_result r set after_signature = true from adjustment a, screen s
    where a.organization_id = r.organization_id and a.id = r.adjustment_id and s.organization_id = r.organization_id and s.id = r.screen_id
      and r.attached_at > a.signed_at and s.id <> a.screen_id and s.amends_id is null`.execute(db);
  await sql`create index on adjustment_result (organization_id, adjustment_id) where after_signature`.execute(db);
}

async function resultContacts(db: Kysely<unknown>): Promise<void> {
  await sql`create table result_contact (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    client_id uuid not null,
    adjustment_id uuid not null,
    at timestamptz not null,
    method text not null,
    note text check (length(note) between 1 and 500),
    recorded_by uuid not null,
    primary key (organization_id, id),
    foreign key (organization_id, client_id) references client,
    foreign key (organization_id, adjustment_id) references adjustment,
    foreign key (organization_id, recorded_by) references staff
  )`.execute(db);
  await sql`create index on result_contact (organization_id, adjustment_id)`.execute(db);
  await sql`create index on result_contact (organization_id, client_id)`.execute(db);
  await tenantTable(db, 'result_contact', { grants: ['select', 'insert'], ofClient: true });
}

async function corrections(db: Kysely<unknown>): Promise<void> {
  await sql`create table result_correction (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    client_id uuid not null,
    adjustment_id uuid not null,
    at timestamptz not null,
    analytes_before text[] not null,
    analytes_after text[] not null,
    shared_at timestamptz,
    shared_note text check (length(shared_note) between 1 and 1000),
    shared_by uuid,
    primary key (organization_id, id),
    foreign key (organization_id, client_id) references client,
    foreign key (organization_id, adjustment_id) references adjustment,
    foreign key (organization_id, shared_by) references staff,
    check ((shared_at is null) = (shared_by is null))
  )`.execute(db);
  await sql`create index on result_correction (organization_id, adjustment_id)`.execute(db);
  await sql`create index on result_correction (organization_id, client_id)`.execute(db);
  await tenantTable(db, 'result_correction', { ofClient: true });
}

/** What waits for an answer can't be left to the end of an import. */
async function noteTheirClients(db: Kysely<unknown>): Promise<void> {
  await sql`create function note_clients_of_answers() returns trigger language plpgsql as $$ begin
    insert into noted_client (organization_id, client_id, urgent) select distinct organization_id, client_id, true from new_rows on conflict do nothing;
    return null;
  end $$`.execute(db);
  for (const table of ['result_contact', 'result_correction'])
    for (const event of ['insert', 'update'])
      await sql`create trigger ${sql.id(`note_clients_on_${event}`)} after ${sql.raw(event)} on ${sql.table(table)}
        referencing new table as new_rows for each statement execute function note_clients_of_answers()`.execute(db);
}
