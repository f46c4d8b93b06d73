import { beforeAll, expect, test } from 'vitest';
import { instantOf } from '#domain/calendar/calendar.ts';
import type { Role } from '#domain/people/roles.ts';
import { aCheckedFile, brought, settledImport, type Brought } from '#kit/brought-files.ts';
import { aClient } from '#kit/clients.ts';
import { inside, worldOfFile } from '#kit/world.ts';
import type { Actor } from '#server/access/actor.ts';
import { checkRows } from '#server/imports/check-rows.ts';

let east: string;
let eastDirector: Actor;
let everywhere: Actor;
let ana: string;
let ben: string;

const world = worldOfFile();

/** A member of staff who works in these programs. */
async function aMember(role: Role, name: string, programs: readonly string[]): Promise<Actor> {
  const { organizationId } = world;
  const { id: staffId } = await world.db
    .insertInto('staff')
    .values({ organization_id: organizationId, name, role, user_id: null, ended_on: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (const program_id of programs)
    await world.db.insertInto('staff_program').values({ organization_id: organizationId, staff_id: staffId, program_id }).execute();
  return { organizationId, staffId, name, role };
}

beforeAll(async () => {
  ({ id: east } = await world.db
    .insertInto('program')
    .values({ organization_id: world.organizationId, name: 'East evening' })
    .returning('id')
    .executeTakeFirstOrThrow());
  eastDirector = await aMember('director', 'E. Director', [east]);
  everywhere = await aMember('director', 'Director of both', [east, world.programId]);
  const therapist = await aMember('therapist', 'E. Therapist', [east]);
  ({ clientId: ana } = await aClient(world, {
    chart: 'E-1001',
    firstName: 'Ana',
    lastName: 'Quist',
    programId: east,
    therapistId: therapist.staffId,
  }));
  ({ clientId: ben } = await aClient(world, { chart: 'N-2001', firstName: 'Ben', lastName: 'Ode' }));
});

const leaverEverywhere = async () => {
  const { staffId } = await aMember('director', 'Director who left', [east, world.programId]);
  await world.db
    .updateTable('staff')
    .set({ ended_on: '2026-11-20' as never })
    .where('id', '=', staffId)
    .execute();
};

const medications = (...charts: readonly string[]) =>
  `chart_number,name,started_on\n${charts.map((chart) => `${chart},naltrexone,2026-07-01\n`).join('')}`;
const people = (...rows: readonly string[]) =>
  `chart_number,first_name,last_name,born_on,opened_on,program,therapist\n${rows.map((row) => `${row}\n`).join('')}`;
const problemsOf = async (file: Brought) =>
  (await file.rows('fix-each')).map(({ problems }) => ({ message: problems[0]?.message, offered: problems[0]?.suggestions }));
const medicationsOf = (clientId: string) => world.db.selectFrom('medication').select('id').where('client_id', '=', clientId).execute();
const therapistOf = async (clientId: string) =>
  (await world.db.selectFrom('episode').select('therapist_id').where('client_id', '=', clientId).executeTakeFirstOrThrow()).therapist_id;

test('a number of another program’s client is answered as one that nobody has, and no number near it is offered', async () => {
  const file = await aCheckedFile(world, 'medications', medications('E-1001', 'Z-9999', 'E-1002', 'N-2002'));
  const [theirs, nobodys, nearTheirs, nearOurs] = await problemsOf(file);
  expect(theirs).toEqual(nobodys);
  expect(nearTheirs?.offered).toEqual([]);
  expect(nearOurs?.offered).toMatchObject([{ value: 'N-2001', clientId: ben }]);
  expect(JSON.stringify(await file.rows('fix-each'))).not.toMatch(/Quist/);
  expect(await medicationsOf(ana)).toEqual([]);
});

test('nobody takes a client of another program over by a file that names them', async () => {
  const before = await therapistOf(ana);
  const row = (program: string) => people(`E-1001,Ana,Quist,1992-02-12,2026-06-08,${program},director of North`);
  for (const [program, message] of [
    ['North adult', 'This chart number is taken, by a chart of another program.'],
    ['East evening', 'There is no program with this name.'],
  ] as const) {
    const file = await aCheckedFile(world, 'clients', row(program));
    expect((await problemsOf(file)).map((problem) => problem.message)).toEqual([message]);
    expect(JSON.stringify(await file.rows('fix-each'))).not.toContain(ana);
    expect((await file.call('runs')).status).toBe(409);
  }
  expect(await therapistOf(ana)).toBe(before);
});

test('a file names therapists, groups and programs of its bringer’s own programs alone', async () => {
  const file = await aCheckedFile(world, 'clients', people('N-2003,Cy,Lund,1990-01-01,2026-06-08,North adult,E. Therapist'));
  expect((await problemsOf(file))[0]?.message).toMatch(/therapist/i);
  const { names } = (await (await world.as('director').get(`/imports/${file.id}`)).json()) as {
    names: { column: string; names: string[] }[];
  };
  const named = names.flatMap((one) => one.names);
  expect(named).toContain('therapist of North');
  expect(named.filter((name) => /^E\. |East/.test(name))).toEqual([]);
});

test('a census asks about the clients of its bringer’s own programs alone', async () => {
  const file = await aCheckedFile(
    world,
    'clients',
    people('N-2001,Ben,Ode,1992-02-12,2026-06-08,North adult,', 'E-1001,Ana,Quist,1992-02-12,2026-06-08,East evening,'),
    {
      mapping: (one) => ({ ...one, census: true }),
      who: everywhere,
    },
  );
  await aClient(world, { chart: 'E-1009', firstName: 'Eve', lastName: 'Pahl', programId: east, therapistId: null });
  await aClient(world, { chart: 'N-2009', firstName: 'Nia', lastName: 'Roth' });
  const missingFor = async (who: Actor | 'director') =>
    ((await (await world.as(who).get(`/imports/${file.id}/missing`)).json()) as { clients?: { name: string }[] }).clients?.map(
      ({ name }) => name,
    );
  expect(await missingFor(everywhere)).toEqual(['Eve Pahl', 'Nia Roth']);
  expect(await missingFor('director')).toBeUndefined();
});

test('an import is opened by its bringer, and by directors who reach as far as it does', async () => {
  const north = await aCheckedFile(world, 'medications', medications('N-2001'));
  const both = await aCheckedFile(world, 'medications', medications('N-2001', 'E-1001'), { who: everywhere });
  const opens = async (who: Actor | Role, file: Brought) => {
    const statuses = [
      (await world.as(who).get(`/imports/${file.id}`)).status,
      (await world.as(who).get(`/imports/${file.id}/rows?show=ready`)).status,
      (await world.as(who).get(`/imports/${file.id}/held`)).status,
    ];
    return new Set(statuses).size === 1 ? statuses[0] : statuses;
  };
  expect([await opens('director', north), await opens(eastDirector, north), await opens(everywhere, north)]).toEqual([200, 404, 200]);
  expect([await opens('director', both), await opens(eastDirector, both), await opens(everywhere, both)]).toEqual([404, 404, 200]);
  for (const step of ['runs', 'undo', 'thrown-away'])
    expect(
      (await world.as(eastDirector).post(`/imports/${north.id}/${step}`, step === 'undo' ? { leaveDependents: false } : {})).status,
    ).toBe(404);
});

test('whoever opens no chart learns of stored people that a number is known, and changes nothing of them', async () => {
  const file = await aCheckedFile(
    world,
    'clients',
    people(
      'N-2001,Benjamin,Ode,1992-02-12,2026-06-08,North adult,director of North',
      'N-2101,New,Person,1991-05-05,2026-11-02,North adult,',
    ),
    { who: 'administrator' },
  );
  const waitsFor = async (who: Actor | Role) =>
    ((await (await world.as(who).get(`/imports/${file.id}`)).json()) as { import: { changesWaitFor: string[] | null } }).import
      .changesWaitFor;
  // A director of one program, and one who left, can't take it in.
  await leaverEverywhere();
  expect([await waitsFor('administrator'), await waitsFor(everywhere)]).toEqual([['Director of both'], null]);
  const near = await aCheckedFile(world, 'medications', medications('N-2002'), { who: 'administrator' });
  expect((await problemsOf(near))[0]?.offered).toEqual([]);
  const shown = await file.rows('update');
  expect(shown).toMatchObject([{ clientId: null, changes: [] }]);
  expect(JSON.stringify(shown)).not.toContain('therapist of North');
  expect((await (await file.get('missing')).json()) as object).toEqual({ total: 0, next: null, clients: [] });

  await file.run();
  const stored = await world.db
    .selectFrom('client')
    .select(['chart_number', 'first_name'])
    .where('chart_number', 'in', ['N-2001', 'N-2101'])
    .orderBy('chart_number')
    .execute();
  expect(stored).toEqual([
    { chart_number: 'N-2001', first_name: 'Ben' },
    { chart_number: 'N-2101', first_name: 'New' },
  ]);
  expect(await therapistOf(ben)).toBe(world.staff.therapist.staffId);
  const again = await world.as('administrator').post(`/imports/${file.id}/runs`, {});
  expect([again.status, ((await again.json()) as { detail: string }).detail]).toEqual([
    409,
    'What is left would change what is stored. A director takes it in.',
  ]);
  // A director of every program sees what it was, and takes it in.
  expect((await world.as('director').get(`/imports/${file.id}`)).status).toBe(404);
  const theirs = brought(world, file.id, everywhere);
  expect(await theirs.rows('update')).toMatchObject([
    { clientId: ben, changes: expect.arrayContaining([expect.objectContaining({ was: 'Ben', becomes: 'Benjamin' })]) },
  ]);
  const keeps = ['therapist'];
  const changed = (await theirs.rows('update'))[0]?.changes.map(({ column }) => column) ?? [];
  await theirs.call('kept', { row: 2, columns: changed.filter((column) => keeps.includes(column)) });
  expect((await theirs.run()).counts).toMatchObject({ update: 0, in: 2 });
  const taken = await world.db.selectFrom('client').select('first_name').where('id', '=', ben).executeTakeFirstOrThrow();
  expect([taken.first_name, await therapistOf(ben)]).toEqual(['Benjamin', world.staff.therapist.staffId]);
});

test('a file that somebody began who left since is taken no further in their name', async () => {
  const leaver = await aMember('director', 'L. Eaver', [world.programId]);
  const file = await aCheckedFile(world, 'medications', medications('N-2001'), { who: leaver });
  await world.db
    .updateTable('staff')
    .set({ ended_on: '2026-11-20' as never })
    .where('id', '=', leaver.staffId)
    .execute();
  await world.db.updateTable('import_batch').set({ state: 'checking', at_row: 0 }).where('id', '=', file.id).execute();
  await expect(inside(world, (db) => checkRows(db, world.organizationId, file.id, instantOf(world.clock.now)))).rejects.toThrow(/left/);
  await world.db.updateTable('import_batch').set({ state: 'checked' }).where('id', '=', file.id).execute();
  await world.as('director').post(`/imports/${file.id}/runs`, {});
  expect((await settledImport(world, file.id)).state).toBe('in');
});
