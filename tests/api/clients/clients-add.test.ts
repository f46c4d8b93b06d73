import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { day } from '#domain/calendar/calendar.ts';
import { anIdentity, aPhone } from '#kit/client-records.ts';
import { aClient } from '#kit/clients.ts';
import { anOrganization, worldOfFile } from '#kit/world.ts';

let other: string;

const world = worldOfFile();

beforeAll(async () => {
  const { id } = await world.db
    .insertInto('program')
    .values({ organization_id: world.organizationId, name: 'Another program' })
    .returning('id')
    .executeTakeFirstOrThrow();
  other = id;
});

type Answer = { readonly clientId: string; readonly code?: string; readonly fields?: readonly { field: string; message: string }[] };
const add = async (changes: object = {}, headers = {}, who: 'therapist' | 'director' = 'therapist') => {
  const body = { ...anIdentity(), programId: world.programId, contacts: [aPhone], ...changes };
  const response = await world.as(who).post('/clients', body, headers);
  return { status: response.status, body: (await response.json()) as Answer };
};

test('a chart is written, and the program that wrote it can open it before there is an episode', async () => {
  const { status, body } = await add({ firstName: '  Noor ' });
  expect(status).toBe(200);
  for (const who of ['therapist', 'director'] as const) {
    const response = await world.as(who).get(`/clients/${body.clientId}/record`);
    expect(await response.json()).toMatchObject({
      firstName: 'Noor',
      careStatus: 'not-started',
      interpreter: true,
      contacts: [{ message: 'no' }],
    });
  }
  const events = await world.db.selectFrom('audit_event').selectAll().where('action', '=', 'clients.add').execute();
  expect(events.at(-1)).toMatchObject({ kind: 'write', client_ids: [body.clientId] });
});

test('a chart of a program is out of reach for staff of another', async () => {
  const { body } = await add();
  const { id } = await world.db
    .insertInto('staff')
    .values({ organization_id: world.organizationId, name: 'Elsewhere', role: 'director', user_id: null, ended_on: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  await world.db.insertInto('staff_program').values({ organization_id: world.organizationId, staff_id: id, program_id: other }).execute();
  const stranger = { organizationId: world.organizationId, staffId: id, name: 'Elsewhere', role: 'director' as const };
  expect((await world.as(stranger).get(`/clients/${body.clientId}/record`)).status).toBe(404);
});

test.each<[string, object, string]>([
  ['a number as a spreadsheet writes it', { chartNumber: '1E5' }, 'chartNumber'],
  ['a birth date that has not come', { bornOn: '2026-11-25' }, 'bornOn'],
  ['a birth date that doesn’t exist', { bornOn: '1990-02-30' }, 'bornOn'],
  ['no name', { firstName: '', lastName: '  ' }, 'firstName'],
  ['somebody else’s number without their name', { contacts: [{ ...aPhone, whose: 'family' }] }, 'contacts.0.name'],
  ['a field that nobody knows', { diagnosis: 'F11.20' }, 'diagnosis'],
  ['a program that they don’t work in', { programId: randomUUID() }, 'programId'],
])('%s is refused, with the field and the fix', async (_, changes, field) => {
  const { status, body } = await add(changes);
  expect([status, body.fields?.map((problem) => problem.field)]).toEqual([400, [field]]);
});

test('a number that another chart has is refused, spaces and capitals apart', async () => {
  await aClient(world, { chart: 'Taken-7' });
  const { status, body } = await add({ chartNumber: ' taken-7 ' });
  expect([status, body.fields]).toEqual([400, [{ field: 'chartNumber', message: expect.stringContaining('Open that chart') }]]);
});

test('of a chart out of reach only its number is said to be taken', async () => {
  await aClient(world, { chart: 'Far-7', programId: other, therapistId: null });
  expect((await add({ chartNumber: 'Far-7' })).body.fields?.[0]?.message).toContain('can’t open');
});

test('sent twice it is stored once', async () => {
  const key = { 'idempotency-key': randomUUID() };
  const identity = anIdentity();
  const [first, second] = [await add(identity, key), await add(identity, key)];
  expect(second.body).toEqual(first.body);
});

test('two who add one number at the same moment make one chart', async () => {
  const chartNumber = 'Race-1';
  const answers = await Promise.all([add({ chartNumber }), add({ chartNumber }, {}, 'director')]);
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 400]);
});

const duplicates = async (changes: object, who: 'therapist' | 'director' = 'therapist') => {
  const requested = { firstName: 'Dee', lastName: 'Whitlock', preferredName: null, bornOn: '1971-07-04', chartNumber: '', ...changes };
  const response = await world.as(who).post('/clients/duplicates', requested);
  return (await response.json()) as { duplicates: { clientId: string; likeness: string }[]; numberTaken: boolean };
};

test('while a name is typed, charts that may be the same person’s are shown', async () => {
  const { clientId } = await aClient(world, { chart: 'D-1', firstName: 'Deirdre', lastName: 'Whitlock', bornOn: day('1971-07-04') });
  await aClient(world, {
    chart: 'D-2',
    firstName: 'Dee',
    lastName: 'Whitlock',
    bornOn: day('1971-07-04'),
    programId: other,
    therapistId: null,
  });
  expect(await duplicates({ lastName: 'Witlock' })).toMatchObject({ duplicates: [{ clientId, likeness: 'possible' }], numberTaken: false });
  expect(await duplicates({ firstName: 'Deirdre' })).toMatchObject({ duplicates: [{ clientId, likeness: 'likely' }] });
  expect(await duplicates({ firstName: 'x', lastName: '', bornOn: null, chartNumber: 'd-1' })).toMatchObject({
    duplicates: [{ clientId, likeness: 'same-number' }],
    numberTaken: true,
  });
});

test('of another organization nothing is shown, not even that a number is taken', async () => {
  const south = await anOrganization(world.db, 'Far South');
  await aClient(world, {
    organizationId: south.organizationId,
    programId: south.programId,
    therapistId: null,
    chart: 'S-1',
    lastName: 'Zephyr',
  });
  expect(await duplicates({ lastName: 'Zephyr', bornOn: '1992-02-12', chartNumber: 'S-1' })).toEqual({
    duplicates: [],
    numberTaken: false,
  });
});

test('the next number is offered, and the programs that somebody works in', async () => {
  const response = await world.as('therapist').get('/clients/choices');
  expect(await response.json()).toMatchObject({
    programs: [{ id: world.programId, adolescent: false }],
    nextChartNumber: expect.any(String),
  });
});
