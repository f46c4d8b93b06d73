import { sql, type Kysely } from 'kysely';
import { signInRole } from '../../roles.ts';
import { tenantTable } from './row-level-security.ts';

/** Who saw and changed what. The largest table by far: a partition a month, so that old months can be archived without touching the rest. */
export async function createAudit(db: Kysely<unknown>): Promise<void> {
  await sql`create table audit_event (
    organization_id uuid not null references organization,
    seq bigint generated always as identity,
    at timestamptz not null default clock_timestamp(),
    staff_id uuid,
    role text,
    action text not null,
    kind text not null check (kind in ('read', 'write', 'denied', 'system')),
    client_ids uuid[] not null default '{}',
    changed_fields text[] not null default '{}',
    request_id text not null,
    session_id text,
    address inet,
    prev_hash bytea,
    hash bytea,
    sealed_at timestamptz,
    primary key (organization_id, seq, at),
    check ((hash is null) = (sealed_at is null) and (prev_hash is null or hash is not null))
  ) partition by range (at)`.execute(db);
  await sql`comment on column audit_event.hash is 'of this event and prev_hash: the chain is sealed after the event was written, in the order of seq'`.execute(
    db,
  );
  await sql`create index on audit_event using gin (client_ids)`.execute(db);
  await sql`create index on audit_event (organization_id, at)`.execute(db);
  await tenantTable(db, 'audit_event', { grants: ['select', 'insert'], appendOnly: true });
  await sql`create policy write_events on audit_event for insert to ${sql.id(signInRole)} with check (true)`.execute(db);
  await sql`grant insert on audit_event to ${sql.id(signInRole)}`.execute(db);
  await partitions(db);
}

/** An event of a month without a partition lands in the default one: it is never refused. */
async function partitions(db: Kysely<unknown>): Promise<void> {
  await sql`create table audit_event_default partition of audit_event default`.execute(db);
  await sql`create trigger append_only before update or delete or truncate on audit_event_default
    for each statement execute function refuse_change()`.execute(db);
  // Attached rather than made in place, so that nobody who writes an event waits for it.
  // A month whose events already lie in the default partition stays there: they can't be moved, because nobody may delete them.
  await sql`create function create_audit_partitions(from_day date, months integer) returns integer
    language plpgsql security definer set search_path from current set lock_timeout = '2s' as $$
    declare first date; begins timestamptz; ends timestamptz; name text; made integer := 0;
    begin
      for ahead in 0 .. months - 1 loop
        first := date_trunc('month', from_day) + make_interval(months => ahead);
        begins := first::timestamp at time zone 'UTC';
        ends := (first + interval '1 month') at time zone 'UTC';
        name := 'audit_event_' || to_char(first, 'YYYY_MM');
        continue when to_regclass(quote_ident(name)) is not null;
        perform pg_advisory_xact_lock(hashtextextended('cairn-audit-partitions', 0));
        continue when to_regclass(quote_ident(name)) is not null;
        continue when exists (select from audit_event_default where at >= begins and at < ends);
        execute format('create table %I (like audit_event including defaults including constraints)', name);
        execute format('alter table audit_event attach partition %I for values from (%L) to (%L)', name, begins, ends);
        execute format('create trigger append_only before update or delete or truncate on %I for each statement execute function refuse_change()', name);
        made := made + 1;
      end loop;
      return made;
    end $$`.execute(db);
  await sql`revoke all on function create_audit_partitions(date, integer) from public`.execute(db);
  await sql`select create_audit_partitions(request_moment()::date, 3)`.execute(db);
}
