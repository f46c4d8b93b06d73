import { beforeAll, beforeEach, expect, test } from 'vitest';
import { day } from '#domain/calendar/calendar.ts';
import { defaultSettings } from '#domain/programs/settings.ts';
import { screensOf } from '#server/drug-screens/client-screens.rows.ts';
import { aClient } from '#kit/clients.ts';
import { aLog, aPanel, aRow, aSession, aSlot, moment, noCup, verifiedByPrescriber } from '#kit/sessions.ts';
import { worldOfFile } from '#kit/world.ts';

let panelId: string;
let clientId: string;

const world = worldOfFile();

beforeAll(async () => {
  panelId = await aPanel(world);
});
beforeEach(async () => {
  clientId = (await aClient(world)).clientId;
});

const eventsAt = async (now: string) =>
  (
    (await screensOf({ db: world.db, now: moment(now), zone: 'America/Chicago', settings: defaultSettings }, [clientId])).get(clientId) ??
    []
  ).map(({ on, mark, scheduled }) => `${on} ${mark}${scheduled ? '' : ' for cause'}`);

async function logged(on: string, row: ReturnType<typeof aRow>) {
  const sessionId = await aSession(world, { on: day(on) });
  const response = await world.as('tech').post(`/sessions/${sessionId}/results`, aLog(panelId, [row]));
  expect(response.status).toBe(200);
}

test('a slot that nothing met is not collected once its 72 hours are over, and nothing before', async () => {
  await aSlot(world, clientId, null, day('2026-11-16'));
  expect(await eventsAt('2026-11-19T18:00:00Z')).toEqual([]);
  expect(await eventsAt('2026-11-20T18:00:00Z')).toEqual(['2026-11-16 O']);
});

test('a cup within the window takes the place of the miss that was written down: one slot is one event', async () => {
  const sessionId = await aSession(world, { on: day('2026-11-18') });
  const slotId = await aSlot(world, clientId, sessionId, day('2026-11-18'));
  await world
    .as('tech')
    .post(`/sessions/${sessionId}/results`, aLog(panelId, [noCup(clientId, slotId, 'not-collected')], { panelId: null, lot: null }));
  expect(await eventsAt('2026-11-23T18:00:00Z')).toEqual(['2026-11-18 O']);
  await logged('2026-11-20', aRow(clientId, null, { walkIn: true }));
  expect(await eventsAt('2026-11-23T18:00:00Z')).toEqual(['2026-11-20 E']);
});

test('declined stays what it was, also where a cup was handed over two days later', async () => {
  const sessionId = await aSession(world, { on: day('2026-11-18') });
  const slotId = await aSlot(world, clientId, sessionId, day('2026-11-18'));
  await world
    .as('tech')
    .post(`/sessions/${sessionId}/results`, aLog(panelId, [noCup(clientId, slotId, 'declined')], { panelId: null, lot: null }));
  await logged('2026-11-20', aRow(clientId, null, { walkIn: true, forCause: true }));
  expect(await eventsAt('2026-11-23T18:00:00Z')).toEqual(['2026-11-18 D', '2026-11-20 E for cause']);
});

test.each(['declined', 'unable', 'excused'])('a cup within the window meets a slot for which %s was written first', async (outcome) => {
  const sessionId = await aSession(world, { on: day('2026-11-18') });
  const slotId = await aSlot(world, clientId, sessionId, day('2026-11-18'));
  await world
    .as('tech')
    .post(`/sessions/${sessionId}/results`, aLog(panelId, [noCup(clientId, slotId, outcome)], { panelId: null, lot: null }));
  await logged('2026-11-20', aRow(clientId, null, { walkIn: true }));
  expect(await eventsAt('2026-11-23T18:00:00Z')).toEqual(['2026-11-20 E']);
  const history = await world.db.selectFrom('screen').select('outcome').where('client_id', '=', clientId).orderBy('collected_on').execute();
  expect(history.map((one) => one.outcome)).toEqual([outcome, 'collected']);
});

test('a cup meets no slot that the program cancelled, and counts outside the schedule', async () => {
  const sessionId = await aSession(world, { on: day('2026-11-18') });
  const slotId = await aSlot(world, clientId, sessionId, day('2026-11-18'));
  const cancelled = noCup(clientId, slotId, 'cancelled-by-program');
  await world.as('tech').post(`/sessions/${sessionId}/results`, aLog(panelId, [cancelled], { panelId: null, lot: null }));
  await logged('2026-11-20', aRow(clientId, null, { walkIn: true }));
  expect((await eventsAt('2026-11-23T18:00:00Z'))[1]).toBe('2026-11-20 E for cause');
});

test('the cup of another client meets their missed slot when it is given to them', async () => {
  const { clientId: other } = await aClient(world);
  const sessionId = await aSession(world, { on: day('2026-11-18') });
  const slotId = await aSlot(world, clientId, sessionId, day('2026-11-18'));
  await world
    .as('tech')
    .post(`/sessions/${sessionId}/results`, aLog(panelId, [noCup(clientId, slotId, 'not-collected')], { panelId: null, lot: null }));
  await logged('2026-11-20', aRow(other, null, { walkIn: true }));
  const { id } = await world.db.selectFrom('screen').select('id').where('client_id', '=', other).executeTakeFirstOrThrow();
  const moved = { because: 'wrong-client', changes: { clientId } };
  expect((await world.as('therapist').post(`/screens/${id}/amendments`, moved)).status).toBe(200);
  expect(await eventsAt('2026-11-23T18:00:00Z')).toEqual(['2026-11-20 E']);
});

test('a cup that was asked for on its own leaves the slot unmet', async () => {
  await aSlot(world, clientId, null, day('2026-11-17'));
  await logged('2026-11-18', aRow(clientId, null, { walkIn: true, forCause: true }));
  expect(await eventsAt('2026-11-23T18:00:00Z')).toEqual(['2026-11-17 O', '2026-11-18 E for cause']);
});

test('a prescribed analyte that the panel doesn’t hold is not on this panel, and nothing is missing', async () => {
  await world.db
    .insertInto('medication')
    .values({
      organization_id: world.organizationId,
      client_id: clientId,
      name: 'tramadol',
      dose: null,
      started_on: day('2026-07-01'),
      ended_on: null,
      ...verifiedByPrescriber,
    })
    .execute();
  await logged('2026-11-18', aRow(clientId, null, { walkIn: true }));
  const [event] =
    (
      await screensOf({ db: world.db, now: moment('2026-11-23T18:00:00Z'), zone: 'America/Chicago', settings: defaultSettings }, [clientId])
    ).get(clientId) ?? [];
  expect(event?.analytes.find(({ analyte }) => analyte === 'TRA')).toMatchObject({ finding: 'not-on-panel', mark: '_' });
  expect(event).toMatchObject({ mark: 'E', adjustmentId: null });
});
