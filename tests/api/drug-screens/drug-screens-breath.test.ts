import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { OutputOf } from '#contract/endpoint.ts';
import type { Contract } from '#contract/index.ts';
import { day } from '#domain/calendar/calendar.ts';
import { aBreathDevice } from '#kit/breath.ts';
import { aClient } from '#kit/clients.ts';
import { aLog, aPanel, aRow, aSession, aSlot } from '#kit/sessions.ts';
import { anOrganization, worldOfFile } from '#kit/world.ts';

let deviceId: string;
let cupId: string;
let sessionId: string;
let clientId: string;

const world = worldOfFile();

beforeAll(async () => {
  deviceId = await aBreathDevice(world);
  cupId = await aPanel(world);
});
beforeEach(async () => {
  sessionId = await aSession(world);
  clientId = (await aClient(world)).clientId;
});

const notified = { who: 'Dr Lin, on call', at: '2026-11-23T00:20:00Z' };
const requested = (more: Readonly<Record<string, unknown>> = {}) => ({
  clientId,
  panelId: deviceId,
  value: 0.045,
  at: '2026-11-23T00:12:00Z',
  notified,
  ...more,
});
const read = (more: Readonly<Record<string, unknown>> = {}, headers = {}) =>
  world.as('tech').post(`/sessions/${sessionId}/breath-readings`, requested(more), headers);
const screens = () => world.db.selectFrom('screen').selectAll().where('client_id', '=', clientId).orderBy('received_at').execute();
const concerns = () =>
  world.db
    .selectFrom('safety_concern')
    .select(['trigger', 'notified', 'source', 'source_facts', 'screen_id', 'closed_at'])
    .where('client_id', '=', clientId)
    .execute();
const page = async () => (await (await world.as('therapist').get(`/clients/${clientId}`)).json()) as OutputOf<Contract['clients']['page']>;
const log = async () =>
  (await (await world.as('tech').get(`/sessions/${sessionId}/results`)).json()) as OutputOf<Contract['drugScreens']['cupLog']>;

test('a reading above the limit is stored with value, unit and time, opens the clock with whom they told, and asks for an answer', async () => {
  const response = await read();
  const { screenId, message } = await response.json();
  expect([response.status, message]).toEqual([200, '0.045 g/210 L: at or above the program’s limit of 0.020 g/210 L.']);
  expect(await screens()).toMatchObject([
    { id: screenId, specimen: 'breath-alcohol', scheduled: false, slot_id: null, collected_at: '2026-11-23T00:12:00.000Z', batch_id: null },
  ]);
  const result = await world.db.selectFrom('analyte_result').selectAll().where('screen_id', '=', screenId).executeTakeFirstOrThrow();
  expect(result).toMatchObject({ analyte: 'ALC', result: 'presumptive-positive', value: 0.045, unit: 'g/210 L', cutoff: 0.02 });
  expect(await concerns()).toEqual([
    {
      trigger: 'breath-alcohol',
      notified: notified.who,
      source: 'breath',
      source_facts: { breathAlcohol: 0.045 },
      screen_id: screenId,
      closed_at: null,
    },
  ]);
  expect(await world.db.selectFrom('adjustment').select('analytes').where('client_id', '=', clientId).execute()).toEqual([
    { analytes: ['ALC'] },
  ]);
  const shown = (await page()).journey.screens[0];
  expect(shown?.analytes).toMatchObject([{ analyte: 'ALC', mark: 'U!', measured: { value: 0.045, unit: 'g/210 L', time: '18:12' } }]);
});

test('the log lists the reading beside the cups, and no row of the cups changes', async () => {
  const slotId = await aSlot(world, clientId, sessionId);
  await read();
  const shown = await log();
  expect(shown.breathReadings).toMatchObject([{ clientId, name: 'Marsh, J.', value: 0.045, device: 'Breath device', byYou: true }]);
  expect(shown.rows).toMatchObject([{ slotId, recorded: null }]);
  expect(shown.panels.map(({ name }) => name)).toEqual(['12-panel cup']);
  expect(shown.breath).toEqual({ devices: [{ id: deviceId, name: 'Breath device' }], limit: 0.02 });
  const cup = await world.as('tech').post(`/sessions/${sessionId}/results`, aLog(cupId, [aRow(clientId, slotId)]));
  expect(cup.status).toBe(200);
});

test.each([
  [0, '0.000 g/210 L: no alcohol in this breath.'],
  [0.012, '0.012 g/210 L: above zero, and under the program’s limit of 0.020 g/210 L.'],
  [0.019, '0.019 g/210 L: above zero, and under the program’s limit of 0.020 g/210 L.'],
])('%d opens nothing and is said as what it is', async (value, said) => {
  const response = await read({ value, notified: null });
  expect([response.status, (await response.json()).message]).toEqual([200, said]);
  expect(await concerns()).toEqual([]);
  expect(await world.db.selectFrom('adjustment').select('id').where('client_id', '=', clientId).execute()).toEqual([]);
  expect((await page()).journey.screens[0]?.analytes[0]?.measured?.value).toBe(value);
});

test('a reading at the limit counts as over it: it opens the clock and asks whom they told', async () => {
  const refused = await read({ value: 0.02, notified: null });
  expect([refused.status, (await refused.json()).fields?.[0]?.field]).toEqual([400, 'notified']);
  expect((await read({ value: 0.02 })).status).toBe(200);
  expect(await concerns()).toMatchObject([{ trigger: 'breath-alcohol', source_facts: { breathAlcohol: 0.02 } }]);
});

test('in the first days of an episode the reading is baseline, and the clock starts all the same', async () => {
  await world.db
    .updateTable('episode')
    .set({ opened_on: day('2026-11-20') })
    .where('client_id', '=', clientId)
    .execute();
  await read();
  expect((await page()).journey.screens[0]?.mark).toBe('I');
  expect(await concerns()).toMatchObject([{ trigger: 'breath-alcohol' }]);
});

describe('what is refused, with the fix', () => {
  test.each<[string, () => Readonly<Record<string, unknown>>, string, RegExp]>([
    ['above the limit with nobody told', () => ({ notified: null }), 'notified', /Who did you tell, and when\?/],
    ['somebody told of nothing', () => ({ value: 0.01 }), 'notified', /under the program’s limit/],
    ['a telling to come', () => ({ notified: { ...notified, at: '2026-11-24T00:20:00Z' } }), 'notified.at', /still to come/],
    ['the slip of 45 for 0.045', () => ({ value: 45 }), 'value', /0\.000 to 0\.600/],
    ['less than nothing', () => ({ value: -0.01 }), 'value', /0\.000 to 0\.600/],
    ['four decimals', () => ({ value: 0.0455 }), 'value', /three decimals/],
    ['a word', () => ({ value: 'high' }), 'value', /number on the device/],
    ['another day', () => ({ at: '2026-11-21T00:12:00Z' }), 'at', /session was on 22 Nov 2026/],
    ['a time to come', () => ({ at: '2026-11-23T20:12:00Z' }), 'at', /still to come/],
    ['a cup for a device', () => ({ panelId: cupId }), 'panelId', /no such breath device/],
    ['a device that nobody has', () => ({ panelId: randomUUID() }), 'panelId', /no such breath device/],
    ['a field that nobody has', () => ({ drinks: 3 }), 'drinks', /no such field/],
  ])('%s', async (_, more, field, message) => {
    const response = await read(more());
    expect([response.status, await response.json()]).toMatchObject([400, { fields: [{ field, message: expect.stringMatching(message) }] }]);
    expect(await screens()).toEqual([]);
  });

  test('a foreign client and an unknown one alike', async () => {
    const south = await anOrganization(world.db, 'Far South');
    const { clientId: foreign } = await aClient(world, {
      organizationId: south.organizationId,
      programId: south.programId,
      therapistId: null,
    });
    const answers = await Promise.all([read({ clientId: foreign }), read({ clientId: randomUUID() })]);
    const said = await Promise.all(answers.map(async (one) => [one.status, await one.json()]));
    expect(said[0]).toEqual(said[1]);
    expect(said[0]).toMatchObject([404, { code: 'client-unknown' }]);
  });

  test('a second reading of the same minute; one a quarter of an hour later is taken', async () => {
    await read();
    expect((await read({ at: '2026-11-23T00:12:30Z' })).status).toBe(409);
    expect((await read({ at: '2026-11-23T00:27:00Z' })).status).toBe(200);
  });
});

test('a repeat with the same key is stored once, and one event names the client', async () => {
  const key = { 'idempotency-key': randomUUID() };
  const [first, again] = [await read({}, key), await read({}, key)];
  expect(await again.json()).toEqual(await first.json());
  expect(await screens()).toHaveLength(1);
  const events = await world.db
    .selectFrom('audit_event')
    .select(['kind', 'client_ids'])
    .where('action', '=', 'drugScreens.recordBreath')
    .execute();
  expect(events.filter(({ client_ids }) => client_ids.includes(clientId))).toEqual([{ kind: 'write', client_ids: [clientId] }]);
});

describe('putting a reading right', () => {
  const amend = (screenId: string, changes: unknown, more: Readonly<Record<string, unknown>> = {}) =>
    world.as('tech').post(`/screens/${screenId}/amendments`, { because: 'other', words: 'Misread', changes, ...more });
  const idOf = async (more: Readonly<Record<string, unknown>> = {}) => (await (await read(more)).json()).screenId as string;

  test('downward: the earlier row stays, the adjustment is amended, and the clock runs on until somebody closes it', async () => {
    const screenId = await idOf();
    expect((await amend(screenId, { breathAlcohol: 0.004 })).status).toBe(200);
    expect(await screens()).toHaveLength(2);
    expect(await world.db.selectFrom('adjustment').select('amended_at').where('client_id', '=', clientId).execute()).toEqual([
      { amended_at: '2026-11-23T14:02:00.000Z' },
    ]);
    expect(await concerns()).toMatchObject([{ closed_at: null }]);
    expect((await log()).breathReadings).toMatchObject([{ value: 0.004 }]);
  });

  test('upward over the limit asks who was told', async () => {
    const screenId = await idOf({ value: 0.004, notified: null });
    const refused = await amend(screenId, { breathAlcohol: 0.04 });
    expect([refused.status, await refused.json()]).toMatchObject([400, { fields: [{ field: 'notified' }] }]);
    expect((await amend(screenId, { breathAlcohol: 0.04 }, { notified })).status).toBe(200);
    expect(await concerns()).toMatchObject([{ trigger: 'breath-alcohol', notified: notified.who }]);
  });

  test.each([
    ['a strip on a breath reading', { noLine: ['COC'] }, 'changes.noLine'],
    ['a number no device shows', { breathAlcohol: 4.5 }, 'changes.breathAlcohol'],
    ['the same number', { breathAlcohol: 0.045 }, 'changes'],
  ])('%s is refused', async (_, changes, field) => {
    const response = await amend(await idOf(), changes);
    expect([response.status, await response.json()]).toMatchObject([400, { fields: [{ field }] }]);
  });

  test('a breath number on a cup is refused', async () => {
    const slotId = await aSlot(world, clientId, sessionId);
    await world.as('tech').post(`/sessions/${sessionId}/results`, aLog(cupId, [aRow(clientId, slotId)]));
    const response = await amend((await screens())[0]?.id ?? '', { breathAlcohol: 0.01 });
    expect([response.status, await response.json()]).toMatchObject([400, { fields: [{ field: 'changes.breathAlcohol' }] }]);
  });
});
