import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { dischargeReasons } from '#domain/episodes/discharge-reasons.ts';
import { aClient } from '#kit/clients.ts';
import { anOrganization, inside, worldOfFile } from '#kit/world.ts';

let south: Awaited<ReturnType<typeof anOrganization>>;
let foreign: { clientId: string };

const world = worldOfFile();

beforeAll(async () => {
  south = await anOrganization(world.db, 'South');
  await aClient(world);
  foreign = await aClient(world, {
    organizationId: south.organizationId,
    programId: south.programId,
    therapistId: south.staff.therapist.staffId,
  });
});

const signInTables = ['sign_in_user', 'sign_in_session', 'sign_in_account', 'sign_in_verification', 'sign_in_rate', 'setup_link'];
const ofMigrations = ['kysely_migration', 'kysely_migration_lock', 'migration_checksum'];

async function clinicTables(): Promise<{ name: string; isolated: boolean; keyed: boolean }[]> {
  const { rows } = await sql<{ name: string; isolated: boolean; keyed: boolean }>`
    select c.relname as name, c.relrowsecurity and exists (select from pg_policy p where p.polrelid = c.oid) as isolated,
      exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary and
        (select attname from pg_attribute a where a.attrelid = c.oid and a.attnum = i.indkey[0]) = 'organization_id') as keyed
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = current_schema() and c.relkind in ('r', 'p') and not c.relispartition`.execute(
    world.db,
  );
  return rows.filter(({ name }) => ![...signInTables, ...ofMigrations].includes(name));
}

test('every clinic table has row-level security, and its key begins with the organization', async () => {
  const tables = await clinicTables();
  expect(tables.length).toBeGreaterThan(25);
  expect(tables.filter(({ isolated }) => !isolated).map(({ name }) => name)).toEqual([]);
  expect(tables.filter(({ keyed, name }) => !keyed && name !== 'organization').map(({ name }) => name)).toEqual([]);
});

test('whose rows are wanted is looked up once a statement, not once a row', async () => {
  const { rows } = await sql<{
    name: string;
    policy: string;
  }>`select tablename as name, qual as policy from pg_policies where schemaname = current_schema() and policyname = 'own_organization'`.execute(
    world.db,
  );
  expect(rows.length).toBeGreaterThan(25);
  expect(rows.filter(({ policy }) => !/= \( SELECT /.test(policy)).map(({ name }) => name)).toEqual([]);
  const plan = await inside(world, (db) =>
    sql<{ 'QUERY PLAN': string }>`explain (costs off) select from attendance where status = 'present'`.execute(db),
  );
  const lines = plan.rows.map((row) => row['QUERY PLAN']);
  expect(lines.join('\n')).toContain('InitPlan');
  expect(lines.filter((line) => /(Filter|Cond): .*current_setting/.test(line))).toEqual([]);
});

test('the app role is no superuser, bypasses nothing, and can’t sign in by itself', async () => {
  const { rows } = await sql<object>`select rolsuper, rolbypassrls, rolcanlogin from pg_roles where rolname = 'cairn_app'`.execute(
    world.db,
  );
  expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcanlogin: false }]);
});

test('as the app role a question without any condition still sees one organization alone', async () => {
  const tables = await clinicTables();
  for (const { name } of tables) {
    const column = name === 'organization' ? 'id' : 'organization_id';
    const { rows } = await inside(world, (db) =>
      sql<{ seen: string }>`select distinct ${sql.ref(column)} as seen from ${sql.table(name)}`.execute(db),
    );
    expect([name, rows.map(({ seen }) => seen).filter((seen) => seen !== world.organizationId)]).toEqual([name, []]);
  }
});

test('nothing can be written for another organization', async () => {
  const written = inside(world, (db) =>
    db.insertInto('site').values({ organization_id: south.organizationId, name: 'Elsewhere', time_zone: 'America/Chicago' }).execute(),
  );
  await expect(written).rejects.toThrow(/row-level security/);
});

test('without an organization nothing is seen at all', async () => {
  const seen = await world.db.transaction().execute(async (db) => {
    await sql`select set_config('role', 'cairn_app', true)`.execute(db);
    return db.selectFrom('client').select('id').execute();
  });
  expect(seen).toEqual([]);
});

test('the sign-in tables can’t be read by the app role', async () => {
  for (const table of signInTables) {
    await expect(inside(world, (db) => sql`select * from ${sql.table(table)}`.execute(db))).rejects.toThrow(/permission denied/);
  }
});

test('a foreign client and one that isn’t there are answered alike, to the letter', async () => {
  const of = async (id: string) => {
    const response = await world.as('therapist').get(`/clients/${id}`);
    return { status: response.status, body: await response.text() };
  };
  const foreignAnswer = await of(foreign.clientId);
  expect(foreignAnswer.status).toBe(404);
  expect(foreignAnswer).toEqual(await of('0190a7a0-0000-7000-8000-000000000000'));
});

test('the record can be added to, never changed, by anybody', async () => {
  await world.as('therapist').get('/today');
  await expect(sql`update audit_event set action = 'nothing'`.execute(world.db)).rejects.toThrow(/keeps every row/);
  await expect(sql`delete from audit_event`.execute(world.db)).rejects.toThrow(/keeps every row/);
  await expect(sql`truncate audit_event`.execute(world.db)).rejects.toThrow(/keeps every row/);
});

test('no column, check or key of the database can hold a drug test as a reason for closing an episode', async () => {
  const { rows: keys } = await sql<object>`select conname from pg_constraint where contype = 'f' and conrelid = 'episode'::regclass
    and confrelid in ('screen'::regclass, 'analyte_result'::regclass, 'screen_reading'::regclass, 'adjustment'::regclass)`.execute(
    world.db,
  );
  expect(keys).toEqual([]);
  for (const reason of ['positive-test', 'failed-test', 'drug-screen']) {
    const { clientId } = await aClient(world);
    const closing = world.db
      .updateTable('episode')
      .set({ closed_on: '2026-11-22' as never, closed_because: reason })
      .where('client_id', '=', clientId)
      .execute();
    await expect(closing).rejects.toThrow(/check constraint/);
  }
});

test('the database knows exactly the closing reasons that the rules know', async () => {
  const { rows } = await sql<{ definition: string }>`select pg_get_constraintdef(oid) as definition from pg_constraint
    where conrelid = 'episode'::regclass and pg_get_constraintdef(oid) like '%closed_because = ANY%'`.execute(world.db);
  const named = [...(rows[0]?.definition ?? '').matchAll(/'([a-z-]+)'::text/g)].map(([, reason]) => reason);
  expect(new Set(named)).toEqual(new Set(dischargeReasons));
});

test('ending an episode for safety needs its own record with two signers', async () => {
  const { clientId, episodeId } = await aClient(world);
  const close = () =>
    inside(world, (db) =>
      db
        .updateTable('episode')
        .set({ closed_on: '2026-11-22' as never, closed_because: 'ended-by-program' })
        .where('client_id', '=', clientId)
        .execute(),
    );
  await expect(close()).rejects.toThrow(/two signers/);
  const record = {
    organization_id: world.organizationId,
    episode_id: episodeId,
    cause: 'threat',
    narrative: 'What happened, told by those who were there.',
    signed_by: world.staff.director.staffId,
  };
  await expect(
    world.db
      .insertInto('safety_discharge')
      .values({ ...record, second_signer: world.staff.director.staffId })
      .execute(),
  ).rejects.toThrow(/check constraint/);
  await world.db
    .insertInto('safety_discharge')
    .values({ ...record, second_signer: world.staff.therapist.staffId })
    .execute();
  await expect(close()).resolves.toBeDefined();
});
