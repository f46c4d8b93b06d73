import { sql, type Kysely } from 'kysely';
import { createAsOwner } from './baseline/roles.ts';
import { tenantTable } from './baseline/row-level-security.ts';

/**
 * The programs that an import could reach when its file was brought; null where it could reach every one, as every import before could. And endings
 * that wait for a second signature: until it is given in the signer's own session, nothing of the episode has changed.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createAsOwner(db);
  await sql`alter table import_batch add column programs uuid[]`.execute(db);
  await sql`create table ending_request (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    client_id uuid not null,
    episode_id uuid not null,
    episode_version integer not null,
    ending jsonb not null,
    requested_by uuid not null,
    requested_at timestamptz not null,
    second_signer uuid not null check (second_signer <> requested_by),
    answer text check (answer in ('signed', 'declined', 'withdrawn', 'overtaken')),
    answered_at timestamptz,
    answered_by uuid,
    answer_note text check (length(answer_note) between 1 and 500),
    primary key (organization_id, id),
    check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null)),
    check (answer is distinct from 'signed' or answered_by = second_signer),
    foreign key (organization_id, client_id) references client,
    foreign key (organization_id, episode_id) references episode,
    foreign key (organization_id, requested_by) references staff,
    foreign key (organization_id, second_signer) references staff,
    foreign key (organization_id, answered_by) references staff
  )`.execute(db);
  await sql`create unique index on ending_request (organization_id, episode_id) where answer is null`.execute(db);
  await sql`create index on ending_request (organization_id, client_id)`.execute(db);
  await sql`create index on ending_request (organization_id, second_signer) where answer is null`.execute(db);
  await sql`create index on ending_request (organization_id, requested_by) where answer is null`.execute(db);
  await tenantTable(db, 'ending_request', { ofClient: true });
  await answeredForGood(db);
}

/** What was asked, of whom and by whom is never changed, and an answer is given once. */
async function answeredForGood(db: Kysely<unknown>): Promise<void> {
  await sql`create function keep_ending_request() returns trigger language plpgsql as $$ begin
    if old.answer is not null and row(new.answer, new.answered_at, new.answered_by, new.answer_note)
        is distinct from row(old.answer, old.answered_at, old.answered_by, old.answer_note)
      or row(new.id, new.organization_id, new.episode_id, new.episode_version, new.ending, new.requested_by, new.requested_at, new.second_signer)
        is distinct from row(old.id, old.organization_id, old.episode_id, old.episode_version, old.ending, old.requested_by, old.requested_at, old.second_signer)
    then raise exception 'an ending that was asked for is kept as it was asked and answered' using errcode = 'check_violation'; end if;
    return new;
  end $$`.execute(db);
  await sql`create trigger keep_ending_request before update on ending_request for each row execute function keep_ending_request()`.execute(
    db,
  );
}
