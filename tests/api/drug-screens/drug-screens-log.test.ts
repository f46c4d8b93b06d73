import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { day } from '#domain/calendar/calendar.ts';
import { aClient } from '#kit/clients.ts';
import { aLog, aPanel, aRow, aSession, aSlot, noCup, strips, takes } from '#kit/sessions.ts';
import { anOrganization, worldOfFile } from '#kit/world.ts';

let panelId: string;
let sessionId: string;
let clientId: string;
let slotId: string;

const world = worldOfFile();

beforeAll(async () => {
  panelId = await aPanel(world);
});
beforeEach(async () => {
  sessionId = await aSession(world);
  clientId = (await aClient(world, { firstName: 'Tess', lastName: 'Abbott', bornOn: day('1991-03-04') })).clientId;
  slotId = await aSlot(world, clientId, sessionId);
});

const read = async (of = sessionId) => (await world.as('tech').get(`/sessions/${of}/results`)).json();
const save = (log: unknown) => world.as('tech').post(`/sessions/${sessionId}/results`, log);

test('the log holds who is due by two identifiers, and the panels with their lots', async () => {
  expect(await read()).toMatchObject({
    session: { id: sessionId, on: '2026-11-22' },
    opened: true,
    reader: { id: world.staff.tech.staffId },
    panels: [
      {
        id: panelId,
        analytes: strips,
        readFromMinutes: 5,
        readUntilMinutes: 8,
        lots: [
          { lot: '4471', expired: false },
          { lot: '3902', expired: true },
        ],
      },
    ],
    rows: [{ slotId, clientId, name: 'Abbott, T.', bornOn: '1991-03-04', recorded: null }],
  });
});

test('the log tells its reader nothing to expect and nothing that was found', async () => {
  await takes(world, clientId, 'buprenorphine', day('2026-07-24'));
  await takes(world, clientId, 'Adderall', day('2026-07-24'));
  const earlier = await aSession(world, { on: day('2026-11-20') });
  await world
    .as('tech')
    .post(
      `/sessions/${earlier}/results`,
      aLog(panelId, [aRow(clientId, await aSlot(world, clientId, earlier, day('2026-11-20')), { noLine: ['COC'] })]),
    );
  await save(aLog(panelId, [aRow(clientId, slotId, { noLine: ['FEN'] })]));
  const text = JSON.stringify(await read()).toLowerCase();
  for (const word of [
    'buprenorphine',
    'adderall',
    '12 mg',
    'expect',
    'should-show',
    'finding',
    'unexpected',
    'adjustment',
    'positive',
    'negative',
    'mark',
    'coc"]',
  ]) {
    expect(text).not.toContain(word);
  }
});

test('a row that is in shows what was entered, by whom, and no more', async () => {
  await save(aLog(panelId, [aRow(clientId, slotId, { noLine: ['BUP', 'THC'], readAt: null })]));
  const { rows } = await read();
  expect(rows).toMatchObject([
    {
      clientId,
      recorded: { outcome: 'collected', noLine: ['BUP', 'THC'], notValid: null, temperatureInRange: true, toLab: false, byYou: true },
    },
  ]);
});

test('what the laboratory says later is not shown to the reader', async () => {
  await save(aLog(panelId, [aRow(clientId, slotId, { toLab: true })]));
  const { rows } = await read();
  await world.as('therapist').post(`/screens/${rows[0].recorded.screenId}/amendments`, {
    because: 'lab-correction',
    changes: { validity: 'valid', results: [{ analyte: 'COC', result: 'confirmed-positive' }] },
  });
  expect((await read()).rows).toMatchObject([{ recorded: { toLab: true, noLine: [] } }]);
});

test('a slot of the day without a session belongs to the sessions that the client is booked in', async () => {
  const booked = (await aClient(world, { lastName: 'Bello' })).clientId;
  const elsewhere = (await aClient(world, { lastName: 'Chen' })).clientId;
  await aSlot(world, booked, null);
  await aSlot(world, elsewhere, null);
  await world.db
    .insertInto('attendance')
    .values({
      organization_id: world.organizationId,
      session_id: sessionId,
      client_id: booked,
      session_on: day('2026-11-22'),
      status: 'booked',
      minutes: null,
      note: null,
      recorded_by: null,
    })
    .execute();
  expect((await read()).rows.map((row: { clientId: string }) => row.clientId)).toEqual([clientId, booked]);
});

test('who is due stays hidden until the day of the session', async () => {
  const tomorrow = await aSession(world, { on: day('2026-11-24') });
  await aSlot(world, clientId, tomorrow, day('2026-11-24'));
  expect(await read(tomorrow)).toMatchObject({ opened: false, rows: [] });
});

test('looking at a log leaves one event that names everybody on it', async () => {
  const response = await world.as('tech').get(`/sessions/${sessionId}/results`);
  const events = await world.db
    .selectFrom('audit_event')
    .selectAll()
    .where('request_id', '=', response.headers.get('x-request-id') ?? '')
    .execute();
  expect(events).toMatchObject([{ action: 'drugScreens.cupLog', kind: 'read', client_ids: [clientId] }]);
});

test('a foreign session’s log is as unknown as one that doesn’t exist, and an administrator opens none', async () => {
  const south = await anOrganization(world.db, `South ${randomUUID()}`);
  for (const unknown of [await aSession({ db: world.db, ...south }), randomUUID()]) {
    const response = await world.as('tech').get(`/sessions/${unknown}/results`);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ code: 'session-unknown' });
  }
  expect((await world.as('administrator').get(`/sessions/${sessionId}/results`)).status).toBe(403);
});

test('a walk-in is found by name or chart number, by two identifiers, among the reader’s own programs', async () => {
  const found = await aClient(world, { chart: 'W-991', firstName: 'Wanda', lastName: 'Quist' });
  const south = await anOrganization(world.db, `South ${randomUUID()}`);
  await aClient(world, { ...south, therapistId: null, chart: 'W-992', firstName: 'Wanda', lastName: 'Quist' });
  for (const search of ['quist', 'Quist, W', 'w-991']) {
    const answer = await (await world.as('tech').post(`/sessions/${sessionId}/walk-ins`, { search })).json();
    expect(answer).toEqual({
      clients: [{ clientId: found.clientId, name: 'Quist, Wanda', bornOn: '1992-02-12', chartNumber: 'W-991' }],
      next: null,
    });
  }
  expect(await (await world.as('tech').post(`/sessions/${sessionId}/walk-ins`, { search: '%%' })).json()).toEqual({
    clients: [],
    next: null,
  });
});

test('a walk-in meets the slot that they missed within 72 hours, and one asked for on its own meets none', async () => {
  const missed = await aSlot(world, (await aClient(world)).clientId, await aSession(world, { on: day('2026-11-20') }), day('2026-11-20'));
  const { client_id } = await world.db.selectFrom('screen_slot').select('client_id').where('id', '=', missed).executeTakeFirstOrThrow();
  const other = (await aClient(world)).clientId;
  await aSlot(world, other, await aSession(world, { on: day('2026-11-20') }), day('2026-11-20'));
  await save(
    aLog(panelId, [
      aRow(client_id, null, { walkIn: true }),
      aRow(other, null, { walkIn: true, forCause: true }),
      noCup(clientId, slotId, 'declined'),
    ]),
  );
  const screens = await world.db
    .selectFrom('screen')
    .select(['client_id', 'slot_id', 'scheduled'])
    .where('session_id', '=', sessionId)
    .execute();
  expect(screens).toContainEqual({ client_id, slot_id: missed, scheduled: true });
  expect(screens).toContainEqual({ client_id: other, slot_id: null, scheduled: false });
  expect((await read()).rows).toHaveLength(3);
});
