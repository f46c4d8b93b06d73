import { sql, type RawBuilder } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { aClient } from '#kit/clients.ts';
import { worldOfFile } from '#kit/world.ts';
import { appRole, ownerRole, signInRole } from '#server/database/roles.ts';

const world = worldOfFile();

beforeAll(async () => {
  await aClient(world);
});

const signInTables = ['sign_in_user', 'sign_in_session', 'sign_in_account', 'sign_in_verification', 'sign_in_rate', 'setup_link'];

async function tables(): Promise<{ name: string; partition: boolean }[]> {
  const { rows } = await sql<{ name: string; partition: boolean }>`select relname as name, relispartition as partition from pg_class
    where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p') order by 1`.execute(world.db);
  return rows;
}

/** Tries a statement under a role, in a transaction that leaves nothing behind. */
const under = (role: string, statement: RawBuilder<unknown>): Promise<string> =>
  world.db
    .transaction()
    .execute(async (db) => {
      await sql`select set_config('role', ${role}, true), set_config('cairn.organization', ${world.organizationId}, true)`.execute(db);
      const { rows } = await statement.execute(db);
      throw new Error(`allowed, ${rows.length} rows`);
    })
    .catch((error: unknown) => (error instanceof Error ? error.message : ''));

test('the three roles are no superusers, bypass nothing, make no roles or databases, and can’t sign in by themselves', async () => {
  const { rows } = await sql<{
    name: string;
  }>`select rolname as name, rolsuper, rolbypassrls, rolcanlogin, rolcreaterole, rolcreatedb, rolreplication
    from pg_roles where rolname like 'cairn\_%' order by 1`.execute(world.db);
  const harmless = {
    rolsuper: false,
    rolbypassrls: false,
    rolcanlogin: false,
    rolcreaterole: false,
    rolcreatedb: false,
    rolreplication: false,
  };
  expect(rows).toEqual([appRole, ownerRole, signInRole].map((name) => ({ name, ...harmless })));
});

test('the owner owns every table and function but those that note which migrations were done; the other two own nothing', async () => {
  const { rows } = await sql<{ owner: string; name: string }>`
    select relowner::regrole::text as owner, relname as name from pg_class where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p', 'S')
    union all select proowner::regrole::text, proname from pg_proc where pronamespace = current_schema()::regnamespace`.execute(world.db);
  const ofMigrations = ['kysely_migration', 'kysely_migration_lock', 'migration_checksum'];
  expect(rows.filter(({ owner, name }) => owner !== ownerRole && !ofMigrations.includes(name))).toEqual([]);
  const owned =
    await sql<object>`select 1 from pg_shdepend where deptype = 'o' and refobjid in (${sql.lit(appRole)}::regrole, ${sql.lit(signInRole)}::regrole)`.execute(
      world.db,
    );
  expect(owned.rows).toEqual([]);
});

test('a request can read none of the sign-in tables, and a sign-in can read no other table but who is a member of staff, and where', async () => {
  for (const table of signInTables)
    expect([table, await under(appRole, sql`select from ${sql.table(table)}`)]).toEqual([
      table,
      expect.stringContaining('permission denied'),
    ]);
  const readable = [...signInTables, 'organization', 'staff'];
  for (const { name } of await tables()) {
    const answer = await under(signInRole, sql`select from ${sql.table(name)}`);
    expect([name, answer]).toEqual([name, expect.stringContaining(readable.includes(name) ? 'allowed' : 'permission denied')]);
  }
});

test('a sign-in writes its own tables, ties a member of staff to a user, and notes an event: nothing else', async () => {
  const { organizationId } = world;
  const staffId = world.staff.therapist.staffId;
  const allowed = [
    sql`insert into sign_in_user (id, name, email, "emailVerified") values ('u', 'U', 'u@example.org', false)`,
    sql`update sign_in_session set locked_at = null`,
    sql`delete from sign_in_session`,
    sql`update setup_link set used_at = null`,
    sql`update staff set user_id = null where id = ${staffId}`,
    sql`insert into audit_event (organization_id, staff_id, action, kind, request_id) values (${organizationId}, ${staffId}, 'signIn.enter', 'system', '-')`,
  ];
  for (const statement of allowed) expect(await under(signInRole, statement)).toMatch(/^allowed/);
  const refused = [
    sql`update staff set role = 'director' where id = ${staffId}`,
    sql`insert into staff (organization_id, name, role) values (${organizationId}, 'New', 'director')`,
    sql`delete from staff`,
    sql`update organization set name = 'Other'`,
    sql`select from audit_event`,
    sql`insert into setup_link (token_hash, expires_at) values ('x', '2030-01-01')`,
    sql`select merge_clients(null, null, null, null, null)`,
    sql`select undo_import(null, null)`,
    sql`select create_audit_partitions('2030-01-01', 1)`,
  ];
  for (const statement of refused) expect(await under(signInRole, statement)).toMatch(/permission denied/);
});

test('neither a request nor a sign-in makes anything in the schema, or becomes the owner', async () => {
  for (const role of [appRole, signInRole]) {
    expect(await under(role, sql`create table public.mine (id integer)`)).toMatch(/permission denied/);
    expect(await under(role, sql`create function public.mine() returns integer language sql as 'select 1'`)).toMatch(/permission denied/);
    const { rows } = await sql<{ member: boolean }>`select pg_has_role(${role}, ${ownerRole}, 'member') as member`.execute(world.db);
    expect(rows).toEqual([{ member: false }]);
  }
});
