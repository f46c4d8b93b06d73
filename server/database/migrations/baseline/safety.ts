import { sql, type Kysely } from 'kysely';
import { tenantTable } from './row-level-security.ts';

export async function createSafety(db: Kysely<unknown>): Promise<void> {
  await concerns(db);
  await discharges(db);
}

/** A concern for somebody's safety: where it came from, whom on call was notified, and the signed statement that closed it. */
async function concerns(db: Kysely<unknown>): Promise<void> {
  await sql`create table safety_concern (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    client_id uuid not null,
    opened_at timestamptz not null,
    trigger text not null,
    source text check (source in ('screen', 'breath', 'instrument', 'log', 'conversation', 'staff', 'family', 'client')),
    source_summary text check (length(source_summary) between 1 and 500),
    source_facts jsonb,
    screen_id uuid,
    raised_by uuid,
    notified text,
    notified_at timestamptz,
    recorded_by uuid,
    closed_at timestamptz,
    closed_by uuid,
    closed_summary text check (length(closed_summary) between 10 and 2000),
    primary key (organization_id, id),
    check ((closed_by is null) = (closed_summary is null)),
    check (closed_summary is null or closed_at is not null),
    foreign key (organization_id, client_id) references client,
    foreign key (organization_id, screen_id) references screen,
    foreign key (organization_id, raised_by) references staff,
    foreign key (organization_id, recorded_by) references staff,
    foreign key (organization_id, closed_by) references staff
  )`.execute(db);
  await sql`create index on safety_concern (organization_id, client_id)`.execute(db);
  await sql`create index on safety_concern (organization_id, client_id) where closed_at is null`.execute(db);
  await sql`create index on safety_concern (organization_id, screen_id) where screen_id is not null`.execute(db);
  await tenantTable(db, 'safety_concern', { ofClient: true });
}

/** Ending an episode for safety needs a cause of its own and two people, and waits for an open or fresh adjustment. No discharge names a test. */
async function discharges(db: Kysely<unknown>): Promise<void> {
  await sql`create table safety_discharge (
    organization_id uuid not null references organization,
    episode_id uuid not null,
    cause text not null check (cause in ('violence', 'threat', 'weapon', 'dealing')),
    narrative text not null check (length(narrative) between 20 and 4000),
    signed_by uuid not null,
    second_signer uuid not null check (second_signer <> signed_by),
    at timestamptz not null default now(),
    primary key (organization_id, episode_id),
    foreign key (organization_id, episode_id) references episode,
    foreign key (organization_id, signed_by) references staff,
    foreign key (organization_id, second_signer) references staff
  )`.execute(db);
  await tenantTable(db, 'safety_discharge', { grants: ['select', 'insert'], appendOnly: true });
  await sql`create function guard_safety_discharge() returns trigger language plpgsql set search_path from current as $$
    begin
      if new.closed_because is distinct from 'ended-by-program' then return new; end if;
      if not exists (select from safety_discharge d where d.organization_id = new.organization_id and d.episode_id = new.id) then
        raise exception 'an episode ended for safety needs a safety record with two signers' using errcode = 'check_violation', constraint = 'safety_record';
      end if;
      if exists (select from adjustment a where a.organization_id = new.organization_id and a.client_id = new.client_id
          and a.explained_at is null and a.amended_at is null
          and (a.signed_at is null or a.signed_at > request_moment() - interval '72 hours')) then
        raise exception 'an adjustment is open or was signed within 72 hours' using errcode = 'check_violation', constraint = 'adjustment_first';
      end if;
      return new;
    end $$`.execute(db);
  await sql`create trigger guard_safety_discharge before insert or update of closed_because on episode
    for each row execute function guard_safety_discharge()`.execute(db);
}
