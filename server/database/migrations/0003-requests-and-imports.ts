import { sql, type Kysely } from 'kysely';
import { appRole } from '../roles.ts';
import { createAsOwner } from './baseline/roles.ts';

/** Requests and imports that outlive what went wrong: late commits are heard of, old records go, and a failed import has a way on. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createAsOwner(db);
  await changeMarks(db);
  await idempotencyRecords(db);
  await failedImports(db);
}

/** A mark says which transaction wrote it, so that whoever reads the feed knows which writers may still commit. */
async function changeMarks(db: Kysely<unknown>): Promise<void> {
  await sql`alter table change_mark add column writer xid8 not null default pg_current_xact_id()`.execute(db);
  await sql`create index on change_mark (organization_id, writer, seq)`.execute(db);
  await sql`create index on change_mark (organization_id, noun, seq)`.execute(db);
  await sql`grant delete on change_mark to ${sql.id(appRole)}`.execute(db);
}

/** The clients whom a stored answer is about, so that a repeat asks again whether its sender may open them. */
async function idempotencyRecords(db: Kysely<unknown>): Promise<void> {
  await sql`alter table idempotency_record add column client_ids uuid[] not null default '{}'`.execute(db);
  await sql`create index on idempotency_record (organization_id, at)`.execute(db);
  await sql`grant delete on idempotency_record to ${sql.id(appRole)}`.execute(db);
}

/** What an import was at when it failed, why, and how often it was begun again without getting further. */
async function failedImports(db: Kysely<unknown>): Promise<void> {
  await sql`alter table import_batch drop constraint import_batch_state_check,
    add constraint import_batch_state_check check (state in ('matching', 'checking', 'checked', 'importing', 'in', 'undone', 'failed')),
    add column failed_in text check (failed_in in ('checking', 'importing')),
    add column attempts integer not null default 0,
    add constraint import_batch_failed_check check ((state = 'failed') = (failed_in is not null) and (state <> 'failed' or stopped_because is not null))`.execute(
    db,
  );
}
