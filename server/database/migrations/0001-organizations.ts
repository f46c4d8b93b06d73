import { sql, type Kysely } from 'kysely';
import { appendOnly, appRole, enableRowLevelSecurity } from './row-level-security.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`do $$ begin
    if not exists (select from pg_roles where rolname = ${sql.lit(appRole)}) then create role ${sql.id(appRole)} nologin nosuperuser nobypassrls; end if;
  exception when duplicate_object or unique_violation then null; end $$`.execute(db);
  await sql`do $$ begin execute format('grant ${sql.raw(appRole)} to %I', current_user); exception when invalid_grant_operation or unique_violation then null; end $$`.execute(
    db,
  );
  await sql`do $$ begin execute format('grant usage on schema %I to ${sql.raw(appRole)}', current_schema()); end $$`.execute(db);
  await sql`create function refuse_change() returns trigger language plpgsql as $$
    begin raise exception '% keeps every row as it was written: add an amendment instead', tg_table_name using errcode = 'restrict_violation'; end $$`.execute(
    db,
  );
  await requestMoment(db);
  await organizations(db);
  await signIn(db);
  await staff(db);
  await records(db);
}

/** The moment of the request, which its transaction was begun with: the one clock that a rule in SQL reads. Without one it is refused. */
async function requestMoment(db: Kysely<unknown>): Promise<void> {
  await sql`create function request_moment() returns timestamptz language sql stable as $$ select current_setting('cairn.moment')::timestamptz $$`.execute(
    db,
  );
}

async function organizations(db: Kysely<unknown>): Promise<void> {
  await sql`create table organization (
    id uuid primary key default gen_random_uuid(),
    name text not null,
    time_zone text not null,
    synthetic boolean not null default false,
    settings jsonb not null default '{}',
    created_at timestamptz not null default now()
  )`.execute(db);
  await sql`alter table organization enable row level security`.execute(db);
  await sql`create policy own_organization on organization to ${sql.id(appRole)} using (id = nullif(current_setting('cairn.organization', true), '')::uuid)`.execute(
    db,
  );
  await sql`grant select on organization to ${sql.id(appRole)}`.execute(db);

  await sql`create table program (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    name text not null,
    population text not null default 'adult' check (population in ('adult', 'adolescent')),
    primary key (organization_id, id),
    unique (organization_id, name)
  )`.execute(db);
  await enableRowLevelSecurity(db, 'program');
  await sql`create table site (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    name text not null,
    primary key (organization_id, id),
    unique (organization_id, name)
  )`.execute(db);
  await enableRowLevelSecurity(db, 'site');
}

/** The tables of the sign-in library, the only ones that no organization keys. The app role can't read them. */
async function signIn(db: Kysely<unknown>): Promise<void> {
  await sql`create table sign_in_user (
    id text primary key, name text not null, email text not null unique, "emailVerified" boolean not null, image text,
    "createdAt" timestamptz not null default now(), "updatedAt" timestamptz not null default now()
  )`.execute(db);
  await sql`create table sign_in_session (
    id text primary key, "expiresAt" timestamptz not null, token text not null unique, "createdAt" timestamptz not null default now(),
    "updatedAt" timestamptz not null default now(), "ipAddress" text, "userAgent" text, "userId" text not null references sign_in_user on delete cascade,
    used_at timestamptz not null default now(), locked_at timestamptz
  )`.execute(db);
  await sql`create index on sign_in_session ("userId")`.execute(db);
  await sql`create table sign_in_account (
    id text primary key, "accountId" text not null, "providerId" text not null, "userId" text not null references sign_in_user on delete cascade,
    "accessToken" text, "refreshToken" text, "idToken" text, "accessTokenExpiresAt" timestamptz, "refreshTokenExpiresAt" timestamptz,
    scope text, password text, "createdAt" timestamptz not null default now(), "updatedAt" timestamptz not null default now()
  )`.execute(db);
  await sql`create index on sign_in_account ("userId")`.execute(db);
  await sql`create table sign_in_verification (
    id text primary key, identifier text not null, value text not null, "expiresAt" timestamptz not null,
    "createdAt" timestamptz not null default now(), "updatedAt" timestamptz not null default now()
  )`.execute(db);
  await sql`create table sign_in_rate (id text primary key, key text not null unique, count integer not null, "lastRequest" bigint not null)`.execute(
    db,
  );
}

async function staff(db: Kysely<unknown>): Promise<void> {
  await sql`create table staff (
    organization_id uuid not null references organization,
    id uuid not null default gen_random_uuid(),
    user_id text unique references sign_in_user,
    name text not null,
    role text not null check (role in ('therapist', 'tech', 'director', 'administrator')),
    ended_on date,
    primary key (organization_id, id)
  )`.execute(db);
  await enableRowLevelSecurity(db, 'staff');
  await sql`create table staff_program (
    organization_id uuid not null references organization,
    staff_id uuid not null,
    program_id uuid not null,
    primary key (organization_id, staff_id, program_id),
    foreign key (organization_id, staff_id) references staff (organization_id, id),
    foreign key (organization_id, program_id) references program (organization_id, id)
  )`.execute(db);
  await enableRowLevelSecurity(db, 'staff_program', ['select', 'insert', 'delete']);
  // A link that opens once: the first administrator's names nobody, an invitation names whom it is for.
  await sql`create table setup_link (
    token_hash text primary key,
    organization_id uuid references organization,
    staff_id uuid,
    email text,
    expires_at timestamptz not null,
    used_at timestamptz,
    check ((organization_id is null) = (staff_id is null) and (staff_id is null) = (email is null)),
    foreign key (organization_id, staff_id) references staff (organization_id, id)
  )`.execute(db);
}

/** What was seen and changed, by whom; what was already answered; what changed since a page last asked. */
async function records(db: Kysely<unknown>): Promise<void> {
  await sql`create table audit_event (
    organization_id uuid not null references organization,
    seq bigint generated always as identity,
    at timestamptz not null default clock_timestamp(),
    staff_id uuid,
    role text,
    action text not null,
    kind text not null check (kind in ('read', 'write', 'denied', 'system')),
    client_ids uuid[] not null default '{}',
    request_id text not null,
    primary key (organization_id, seq)
  )`.execute(db);
  await sql`create index on audit_event using gin (client_ids)`.execute(db);
  await enableRowLevelSecurity(db, 'audit_event', ['select', 'insert']);
  await appendOnly(db, 'audit_event');

  await sql`create table answered_request (
    organization_id uuid not null references organization,
    staff_id uuid not null,
    endpoint text not null,
    key uuid not null,
    request_hash text not null,
    answer jsonb not null,
    at timestamptz not null default now(),
    primary key (organization_id, staff_id, endpoint, key)
  )`.execute(db);
  await enableRowLevelSecurity(db, 'answered_request', ['select', 'insert']);

  await sql`create table change_mark (
    organization_id uuid not null references organization,
    seq bigint generated always as identity,
    noun text not null,
    at timestamptz not null default now(),
    primary key (organization_id, seq)
  )`.execute(db);
  await enableRowLevelSecurity(db, 'change_mark', ['select', 'insert']);
}
