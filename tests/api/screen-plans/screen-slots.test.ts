import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { day } from '#domain/calendar/calendar.ts';
import { aClient } from '#kit/clients.ts';
import { comesOn } from '#kit/screen-plans.ts';
import { aLog, aPanel, aRow, aSession, noCup } from '#kit/sessions.ts';
import { anOrganization, worldOfFile } from '#kit/world.ts';

let panelId: string;
let clientId: string;
let sessionId: string;
const today = day('2026-11-23');

const world = worldOfFile();

beforeAll(async () => {
  panelId = await aPanel(world);
});
beforeEach(async () => {
  world.clock.now = new Date('2026-11-23T14:02:00.000Z');
  clientId = (await aClient(world)).clientId;
  sessionId = (await comesOn(world, clientId, [today]))[0] ?? '';
});

const body = (more: object = {}) => ({ sessionId, reason: 'for-cause', why: 'Slurred speech at the door at 5:50 pm.', panelId, ...more });
const asks = (more: object = {}, id = clientId, headers: Record<string, string> = {}) =>
  world.as('therapist').post(`/clients/${id}/requested-screens`, body(more), headers);
const withdraws = (slotId: string, id = clientId) => world.as('director').post(`/clients/${id}/requested-screens/${slotId}/withdrawal`, {});
const requested = async () => (await (await world.as('therapist').get(`/clients/${clientId}/screen-plan`)).json()).requested;
const log = async () => (await (await world.as('tech').get(`/sessions/${sessionId}/results`)).json()).rows;
const codeOf = async (response: Response) => (await response.json()).code;
const opened = () => (world.clock.now = new Date('2026-11-23T23:45:00.000Z'));

test('one can be asked for in the client’s sessions of two weeks, and in whatever is held today', async () => {
  const [later, tooLate] = await comesOn(world, clientId, [day('2026-12-07'), day('2026-12-08')]);
  const other = await aSession(world, { on: today, title: 'Another group' });
  const tomorrow = await aSession(world, { on: day('2026-11-24'), title: 'Not theirs' });
  const { sessions, panels } = await (await world.as('therapist').get(`/clients/${clientId}/requested-screens/sessions`)).json();
  const ids = sessions.map(({ id }: { id: string }) => id);
  expect([sessionId, other, later, tooLate, tomorrow].map((id) => ids.includes(id))).toEqual([true, true, true, false, false]);
  expect(sessions.find(({ id }: { id: string }) => id === sessionId)).toMatchObject({ on: today, booked: true });
  expect(panels).toEqual([{ id: panelId, name: '12-panel cup' }]);
});

test('what was asked for is in the log once collection opens, says nothing of why, and is recorded outside the schedule', async () => {
  const { slotId, opensAt } = await (await asks()).json();
  expect(opensAt).toBe('2026-11-23T23:30:00.000Z');
  expect(await log()).toEqual([]);
  expect(await requested()).toMatchObject([
    { slotId, reason: 'for-cause', state: 'to-come', panel: '12-panel cup', by: 'therapist of North', canWithdraw: true },
  ]);
  opened();
  expect(JSON.stringify(await log())).not.toMatch(/Slurred|for-cause/);
  expect(await log()).toMatchObject([{ slotId, clientId, recorded: null }]);
  expect(await requested()).toMatchObject([{ state: 'open' }]);
  await world.as('tech').post(`/sessions/${sessionId}/results`, aLog(panelId, [aRow(clientId, slotId)]));
  const stored = await world.db.selectFrom('screen').select(['scheduled', 'slot_id']).where('client_id', '=', clientId).execute();
  expect(stored).toEqual([{ scheduled: false, slot_id: slotId }]);
  expect(await requested()).toMatchObject([{ state: 'recorded', outcome: 'collected', canWithdraw: false }]);
});

test('one that nobody collected is passed, and is no miss of the schedule', async () => {
  await asks();
  world.clock.now = new Date('2026-11-30T15:00:00.000Z');
  expect(await requested()).toMatchObject([{ state: 'passed', outcome: null }]);
  const { lately } = await (await world.as('therapist').get(`/clients/${clientId}/screen-plan`)).json();
  expect(lately).toMatchObject({ slots: 0, due: 0, collected: 0 });
});

test('one that the client declined is recorded as declined, outside the schedule', async () => {
  const { slotId } = await (await asks()).json();
  opened();
  await world
    .as('tech')
    .post(`/sessions/${sessionId}/results`, aLog(panelId, [noCup(clientId, slotId, 'declined')], { panelId: null, lot: null }));
  expect(await requested()).toMatchObject([{ state: 'recorded', outcome: 'declined' }]);
  const { lately } = await (await world.as('therapist').get(`/clients/${clientId}/screen-plan`)).json();
  expect(lately).toMatchObject({ slots: 0 });
});

test('it can be withdrawn until something is recorded, and is then in no log', async () => {
  const { slotId } = await (await asks()).json();
  opened();
  expect((await withdraws(slotId)).status).toBe(200);
  expect(await log()).toEqual([]);
  expect(await requested()).toMatchObject([{ state: 'withdrawn', canWithdraw: false }]);
  expect(await codeOf(await withdraws(slotId))).toBe('wrong-state');
  const again = await (await asks()).json();
  await world.as('tech').post(`/sessions/${sessionId}/results`, aLog(panelId, [aRow(clientId, again.slotId)]));
  expect(await codeOf(await withdraws(again.slotId))).toBe('wrong-state');
});

test('where the session is cancelled, that is said', async () => {
  await asks();
  await world.db.updateTable('session').set({ cancelled_because: 'Snow' }).where('id', '=', sessionId).execute();
  expect(await requested()).toMatchObject([{ state: 'session-cancelled', canWithdraw: true }]);
});

test.each([
  ['why', { why: null }],
  ['reason', { reason: 'scheduled' }],
  ['sessionId', { sessionId: randomUUID() }],
  ['panelId', { panelId: randomUUID() }],
])('a wrong %s is named', async (field, more) => {
  const response = await asks(more);
  expect([response.status, (await response.json()).fields[0].field]).toEqual([400, field]);
});

test('a one-off needs no words; a second one in the same session is refused, a repeat stores one', async () => {
  const key = { 'idempotency-key': randomUUID() };
  const first = await (await asks({ reason: 'one-off', why: null }, clientId, key)).json();
  expect(await (await asks({ reason: 'one-off', why: null }, clientId, key)).json()).toEqual(first);
  expect(await codeOf(await asks())).toBe('duplicate');
});

test('a foreign client is an unknown one, a slot of another client is none, and a tech asks for nothing', async () => {
  const south = await anOrganization(world.db, `South ${randomUUID()}`);
  const foreign = (await aClient(world, { ...south, therapistId: null })).clientId;
  const { slotId } = await (await asks()).json();
  const neighbor = (await aClient(world)).clientId;
  for (const id of [foreign, randomUUID()]) {
    expect(await codeOf(await asks({}, id))).toBe('client-unknown');
    expect(await codeOf(await withdraws(slotId, id))).toBe('client-unknown');
    expect(await codeOf(await world.as('therapist').get(`/clients/${id}/requested-screens/sessions`))).toBe('client-unknown');
  }
  expect(await codeOf(await withdraws(slotId, neighbor))).toBe('client-unknown');
  expect((await world.as('tech').post(`/clients/${clientId}/requested-screens`, body())).status).toBe(403);
});

test('asking and withdrawing are written down once each', async () => {
  const { slotId } = await (await asks()).json();
  await withdraws(slotId);
  const events = await world.db
    .selectFrom('audit_event')
    .select(['action', 'kind', 'client_ids'])
    .where('action', 'like', 'screenSlots.%')
    .orderBy('seq', 'desc')
    .limit(2)
    .execute();
  expect(events).toEqual([
    { action: 'screenSlots.withdraw', kind: 'write', client_ids: [clientId] },
    { action: 'screenSlots.ask', kind: 'write', client_ids: [clientId] },
  ]);
});
