import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { aClient } from '#kit/clients.ts';
import { openFolder } from '#kit/open-folder.ts';
import { anOrganization, inside } from '#kit/world.ts';
import { localPostgres } from '#server/database/local-postgres.ts';
import { upToDateAt } from '#server/database/migrate.ts';
import { poolAt, type Database } from '#server/database/pool.ts';

const id = randomUUID().replaceAll('-', '');
const server = inject('postgres');
const admin = poolAt({ ...server, database: 'postgres' }, 1);

let db: Database;
beforeAll(async () => {
  // What docs/operations.md asks of a clinic that has PostgreSQL of its own: an ordinary login that owns its database.
  await admin.query(`create role clinic_${id} login password 'clinic' nosuperuser nocreaterole`);
  await admin.query(`grant cairn_owner, cairn_app, cairn_sign_in to clinic_${id}`);
  await admin.query(`create database clinic_${id} owner clinic_${id}`);
  db = await upToDateAt({ ...server, user: `clinic_${id}`, password: 'clinic', database: `clinic_${id}` }, 4);
});
afterAll(async () => {
  await db.destroy();
  await admin.query(`drop database if exists clinic_${id} with (force)`);
  await admin.query(`drop owned by clinic_${id}`);
  await admin.query(`drop role clinic_${id}`);
  await admin.end();
});

test('a login that is no superuser and may make no roles makes the tables, which belong to the owner role', async () => {
  const { rows } =
    await sql<object>`select rolsuper, rolcreaterole, (select relowner::regrole::text from pg_class where oid = 'client'::regclass) as owner
    from pg_roles where rolname = current_user`.execute(db);
  expect(rows).toEqual([{ rolsuper: false, rolcreaterole: false, owner: 'cairn_owner' }]);
});

test('requests work there under row-level security, and the functions that change what is kept work as the owner', async () => {
  const clock = { now: new Date('2026-11-23T14:02:00.000Z') };
  const north = await anOrganization(db, 'North');
  const south = await anOrganization(db, 'South');
  const world = { db, clock, ...north };
  const [one, two] = [await aClient(world), await aClient(world)];
  const seen = await inside(world, (tenantDb) => tenantDb.selectFrom('client').select('id').execute());
  expect(seen).toHaveLength(2);
  expect(await inside(world, (tenantDb) => tenantDb.selectFrom('client').select('id').execute(), south.organizationId)).toEqual([]);
  await inside(world, (tenantDb) =>
    sql`select merge_clients(${one.clientId}, ${two.clientId}, ${north.staff.therapist.staffId}, 'The same person.', '{}')`.execute(
      tenantDb,
    ),
  );
  const merged = await inside(world, (tenantDb) =>
    tenantDb.selectFrom('client').select('superseded_by').where('id', '=', one.clientId).execute(),
  );
  expect(merged).toEqual([{ superseded_by: two.clientId }]);
  await expect(sql`delete from audit_event`.execute(db)).rejects.toThrow(/keeps every row/);
});

test('on a server where nobody made the roles, a login that may make roles makes them; one that may not is refused', async () => {
  const folder = await openFolder('cairn-roles-');
  const binaries = process.env['CAIRN_TEST_POSTGRES'];
  const own = await localPostgres({ folder: join(folder, 'pg'), log: () => undefined, ...(binaries === undefined ? {} : { binaries }) });
  const superuser = poolAt(own.address('postgres'), 1);
  try {
    for (const [login, may] of [
      ['plain', 'nocreaterole'],
      ['maker', 'createrole'],
    ]) {
      await superuser.query(`create role ${login} login password 'clinic' nosuperuser ${may}`);
      await superuser.query(`create database ${login} owner ${login}`);
    }
    const address = (login: string) => ({ ...own.address(login), user: login, password: 'clinic' });
    await expect(upToDateAt(address('plain'), 1)).rejects.toMatchObject({
      cause: { message: expect.stringMatching(/permission denied to create role/) },
    });
    const made = await upToDateAt(address('maker'), 1);
    const { rows } = await sql<{
      owner: string;
    }>`select relowner::regrole::text as owner from pg_class where oid = 'client'::regclass`.execute(made);
    expect(rows).toEqual([{ owner: 'cairn_owner' }]);
    await made.transaction().execute((db) => sql`set local role cairn_app`.execute(db));
    await made.destroy();
  } finally {
    await superuser.end();
    await own.stop();
    await rm(folder, { recursive: true, force: true });
  }
});
