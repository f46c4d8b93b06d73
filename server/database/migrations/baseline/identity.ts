import { sql, type Kysely } from 'kysely';
import { signInRole } from '../../roles.ts';
import { tenantTable } from './row-level-security.ts';

export async function createIdentity(db: Kysely<unknown>): Promise<void> {
  await signInTables(db);
  await staff(db);
  await setupLinks(db);
}

/** The tables of the sign-in library, the only ones that no organization keys. The app role can't read them. */
async function signInTables(db: Kysely<unknown>): Promise<void> {
  await sql`create table sign_in_user (
    id text primary key,
    name text not null,
    email text not null unique,
    "emailVerified" boolean not null,
    image text,
    "createdAt" timestamptz not null default now(),
    "updatedAt" timestamptz not null default now()
  )`.execute(db);
  await sql`create table sign_in_session (
    id text primary key,
    "expiresAt" timestamptz not null,
    token text not null unique,
    "createdAt" timestamptz not null default now(),
    "updatedAt" timestamptz not null default now(),
    "ipAddress" text,
    "userAgent" text,
    "userId" text not null references sign_in_user on delete cascade,
    used_at timestamptz not null default now(),
    locked_at timestamptz
  )`.execute(db);
  await sql`create index on sign_in_session ("userId")`.execute(db);
  await sql`create table sign_in_account (
    id text primary key,
    "accountId" text not null,
    "providerId" text not null,
    "userId" text not null references sign_in_user on delete cascade,
    "accessToken" text,
    "refreshToken" text,
    "idToken" text,
    "accessTokenExpiresAt" timestamptz,
    "refreshTokenExpiresAt" timestamptz,
    scope text,
    password text,
    "createdAt" timestamptz not null default now(),
    "updatedAt" timestamptz not null default now()
  )`.execute(db);
  await sql`create index on sign_in_account ("userId")`.execute(db);
  await sql`create table sign_in_verification (
    id text primary key,
    identifier text not null,
    value text not null,
    "expiresAt" timestamptz not null,
    "createdAt" timestamptz not null default now(),
    "updatedAt" timestamptz not null default now()
  )`.execute(db);
  await sql`create table sign_in_rate (
    id text primary key,
    key text not null unique,
    count integer not null,
    "lastRequest" bigint not null
  )`.execute(db);
  await sql`grant select, insert, update, delete on sign_in_user, sign_in_session, sign_in_account, sign_in_verification, sign_in_rate
    to ${sql.id(signInRole)}`.execute(db);
}

/** Who somebody is has to be known before their organization is: the sign-in role reads every member of staff, and ties one to their user. */
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
  await tenantTable(db, 'staff');
  await sql`create policy every_member on staff to ${sql.id(signInRole)} using (true) with check (true)`.execute(db);
  await sql`grant select, update (user_id) on staff to ${sql.id(signInRole)}`.execute(db);

  await sql`create table staff_program (
    organization_id uuid not null references organization,
    staff_id uuid not null,
    program_id uuid not null,
    primary key (organization_id, staff_id, program_id),
    foreign key (organization_id, staff_id) references staff,
    foreign key (organization_id, program_id) references program
  )`.execute(db);
  await tenantTable(db, 'staff_program', { grants: ['select', 'insert', 'delete'] });
}

/** A link that opens once: the first administrator's names nobody, an invitation names whom it is for. */
async function setupLinks(db: Kysely<unknown>): Promise<void> {
  await sql`create table setup_link (
    token_hash text primary key,
    organization_id uuid references organization,
    staff_id uuid,
    email text,
    expires_at timestamptz not null,
    used_at timestamptz,
    check ((organization_id is null) = (staff_id is null) and (staff_id is null) = (email is null)),
    foreign key (organization_id, staff_id) references staff
  )`.execute(db);
  await sql`grant select, update on setup_link to ${sql.id(signInRole)}`.execute(db);
}
