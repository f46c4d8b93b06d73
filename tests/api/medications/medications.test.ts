import { expect, test } from 'vitest';
import { day } from '#domain/calendar/calendar.ts';
import { seen } from '#kit/adjustments.ts';
import { madeBy, refusalOf } from '#kit/care.ts';
import { aClient } from '#kit/clients.ts';
import { worldOfFile } from '#kit/world.ts';

const world = worldOfFile();

const taken = { name: 'sertraline', dose: '50 mg', startedOn: '2026-10-01', endedOn: null, prescriber: null };
const add = (clientId: string, over: object = {}) => world.as('therapist').post(`/clients/${clientId}/medications`, { ...taken, ...over });

type Shown = { id: string; name: string; dose: string | null; from: string; to: string | null; rules: object[]; version: number };
const listOf = async (clientId: string) =>
  ((await (await world.as('therapist').get(`/clients/${clientId}/care`)).json()) as { medications: Shown[] }).medications;
const lines = async (clientId: string) => (await listOf(clientId)).map(({ name, dose, from, to }) => [name, dose, from, to]);

test.each<[string, object, string]>([
  ['an end before the start', { endedOn: '2026-09-30' }, 'endedOn'],
  ['a first day to come', { startedOn: '2026-11-24' }, 'startedOn'],
  ['no name', { name: ' ' }, 'name'],
  ['a dose without an end', { dose: 'x'.repeat(101) }, 'dose'],
])('%s is refused by the name of the field', async (_, over, field) => {
  const { clientId } = await aClient(world);
  expect(await refusalOf(await add(clientId, over))).toEqual([400, 'input-invalid', field]);
  expect(await lines(clientId)).toEqual([]);
});

test('a change of dose ends one row and begins another, and the same days can’t be taken twice', async () => {
  const { clientId } = await aClient(world);
  const id = await madeBy(await add(clientId));
  expect(await refusalOf(await add(clientId, { name: 'Sertraline', startedOn: '2026-11-01' }))).toEqual([
    400,
    'input-invalid',
    'startedOn',
  ]);
  const dose = (version: number, body: object) =>
    world.as('therapist').post(`/clients/${clientId}/medications/${id}/doses`, body, seen(version));
  expect(await refusalOf(await dose(1, { dose: '100 mg', from: '2026-10-01' }))).toEqual([400, 'input-invalid', 'from']);
  expect(await refusalOf(await dose(1, { dose: '50 mg', from: '2026-11-01' }))).toEqual([400, 'input-invalid', 'dose']);
  expect((await dose(1, { dose: '100 mg', from: '2026-11-01' })).status).toBe(200);
  expect(await refusalOf(await dose(1, { dose: '150 mg', from: '2026-11-08' }))).toEqual([412, 'stale']);
  expect(await lines(clientId)).toEqual([
    ['sertraline', '100 mg', '2026-11-01', null],
    ['sertraline', '50 mg', '2026-10-01', '2026-10-31'],
  ]);
});

test('a mistake is corrected or taken off the list, and what it said before is kept', async () => {
  const { clientId } = await aClient(world);
  const id = await madeBy(await add(clientId));
  const correct = (version: number, over: object = {}) =>
    world.as('therapist').post(`/clients/${clientId}/medications/${id}`, { ...taken, because: 'Misread', ...over }, seen(version));
  expect(await refusalOf(await correct(1))).toEqual([400, 'input-invalid', 'name']);
  expect((await correct(1, { dose: '25 mg' })).status).toBe(200);
  expect(await refusalOf(await correct(1, { dose: '75 mg' }))).toEqual([412, 'stale']);
  expect(
    (await world.as('therapist').post(`/clients/${clientId}/medications/${id}/withdrawn`, { because: 'Another client’s' }, seen(2))).status,
  ).toBe(200);
  expect(await lines(clientId)).toEqual([]);
  expect(await refusalOf(await correct(3, { dose: '75 mg' }))).toEqual([409, 'wrong-state']);
  const kept = await world.db
    .selectFrom('medication_edit')
    .select(['step', 'was'])
    .where('client_id', '=', clientId)
    .orderBy('at')
    .execute();
  expect(kept.map(({ step, was }) => [step, was?.dose])).toEqual([
    ['added', undefined],
    ['corrected', '50 mg'],
    ['withdrawn', '25 mg'],
  ]);
  expect((await add(clientId)).status).toBe(200);
});

test('stopping a medication for opioid use asks who was told and starts the safety clock; a switch to another doesn’t', async () => {
  const { clientId } = await aClient(world);
  const id = await madeBy(await add(clientId, { name: 'Suboxone film', dose: '8/2 mg' }));
  const stop = (medicationId: string, over: object = {}) =>
    world
      .as('therapist')
      .post(`/clients/${clientId}/medications/${medicationId}/stopped`, { lastOn: '2026-11-22', because: 'Own wish', ...over }, seen(1));
  const clocks = () => world.db.selectFrom('safety_concern').select(['trigger', 'notified']).where('client_id', '=', clientId).execute();
  expect(await refusalOf(await stop(id, { lastOn: '2026-09-30' }))).toEqual([400, 'input-invalid', 'lastOn']);
  expect(await refusalOf(await stop(id))).toEqual([400, 'input-invalid', 'notified']);
  expect(await clocks()).toEqual([]);
  const methadone = await madeBy(await add(clientId, { name: 'methadone', dose: '30 mg', startedOn: '2026-11-23' }));
  expect(await refusalOf(await stop(id, { notified: { who: 'Dr. Abara', at: 'now' } }))).toEqual([400, 'input-invalid', 'notified']);
  expect((await stop(id)).status).toBe(200);
  expect(
    await refusalOf(await stop(methadone, { lastOn: '2026-11-23', notified: { who: 'Dr. Abara', at: '2026-11-24T00:00:00Z' } })),
  ).toEqual([400, 'input-invalid', 'notified.at']);
  expect((await stop(methadone, { lastOn: '2026-11-23', notified: { who: 'Dr. Abara', at: 'now' } })).status).toBe(200);
  expect(await clocks()).toEqual([{ trigger: 'opioid-medication-stopped', notified: 'Dr. Abara' }]);
});

test('a medication that the map doesn’t know expects nothing, and one that it knows says what', async () => {
  const { clientId } = await aClient(world, { openedOn: day('2026-06-08') });
  await add(clientId);
  await add(clientId, { name: 'Methadone', dose: '30 mg' });
  expect((await listOf(clientId)).map(({ name, rules }) => [name, rules.length > 0])).toEqual([
    ['Methadone', true],
    ['sertraline', false],
  ]);
});

test('the map is the program’s own from its first edit, changed by version, and says what was', async () => {
  const ask = async () =>
    (await (await world.as('administrator').get('/expectations')).json()) as { version: number; own: boolean; rules: object[] };
  const first = await ask();
  expect([first.version, first.own]).toEqual([0, false]);
  const rule = { analyte: 'KRA', specimen: 'urine-lab', expectation: 'may-show', appearsAfterDays: 1, clearsAfterDays: 9 };
  const edit = (version: number, rules: object[], who: 'administrator' | 'therapist' = 'administrator') =>
    world.as(who).post('/expectations', { medication: 'Kratom tea', rules, because: 'Asked by the lab' }, seen(version));
  expect(await refusalOf(await edit(0, [rule], 'therapist'))).toEqual([403, 'not-your-role']);
  expect(await refusalOf(await edit(0, [rule, rule]))).toEqual([400, 'input-invalid', 'rules.1.analyte']);
  expect(await (await edit(0, [rule])).json()).toEqual({ version: 1 });
  expect(await refusalOf(await edit(0, []))).toEqual([412, 'stale']);
  const own = await ask();
  expect([own.version, own.own, own.rules.length]).toEqual([1, true, first.rules.length + 1]);
  expect((await edit(1, [])).status).toBe(200);
  expect((await ask()).rules.length).toBe(first.rules.length);
});
