import { sql, type Kysely } from 'kysely';
import { tenantTable } from './row-level-security.ts';

/** What was already answered, so that a repeat is answered alike; and what changed since a page last asked. */
export async function createRequests(db: Kysely<unknown>): Promise<void> {
  await sql`create table idempotency_record (
    organization_id uuid not null references organization,
    staff_id uuid not null,
    endpoint text not null,
    key uuid not null,
    request_hash text not null,
    answer jsonb not null,
    changed_nouns text[] not null,
    at timestamptz not null default now(),
    primary key (organization_id, staff_id, endpoint, key)
  )`.execute(db);
  await tenantTable(db, 'idempotency_record', { grants: ['select', 'insert'] });

  await sql`create table change_mark (
    organization_id uuid not null references organization,
    seq bigint generated always as identity,
    noun text not null,
    at timestamptz not null default now(),
    primary key (organization_id, seq)
  )`.execute(db);
  await tenantTable(db, 'change_mark', { grants: ['select', 'insert'] });
}
