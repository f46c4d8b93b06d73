import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { day } from '#domain/calendar/calendar.ts';
import { aClient } from '#kit/clients.ts';
import { comesOn, hasPlan } from '#kit/screen-plans.ts';
import { aPanel } from '#kit/sessions.ts';
import { anOrganization, worldOfFile } from '#kit/world.ts';

let panelId: string;
let foreign: string;

const world = worldOfFile();

beforeAll(async () => {
  panelId = await aPanel(world);
  const south = await anOrganization(world.db, 'South');
  foreign = (await aClient(world, { ...south, therapistId: null })).clientId;
});

const plan = (clientId: string, who: 'therapist' | 'tech' = 'therapist') => world.as(who).get(`/clients/${clientId}/screen-plan`);
const set = (clientId: string, body: object, version = 0, more: Record<string, string> = {}) =>
  world
    .as('therapist')
    .post(
      `/clients/${clientId}/screen-plan`,
      { perWeek: 2, maxGapDays: 7, panelId: null, why: null, ...body },
      { 'if-match': `"${version}"`, ...more },
    );
const follow = (clientId: string, version: number) =>
  world.as('director').post(`/clients/${clientId}/screen-plan/program`, { why: null }, { 'if-match': `"${version}"` });
const codeOf = async (response: Response) => (await response.json()).code;

test('without a plan of their own a client follows the program’s', async () => {
  const { clientId } = await aClient(world);
  const shown = await (await plan(clientId)).json();
  expect(shown).toMatchObject({
    version: 0,
    inCare: true,
    plan: { own: false, perWeek: 1.5, maxGapDays: 7, panel: null },
    history: [],
    requested: [],
  });
});

test('a plan holds from today, and every change is kept with who made it', async () => {
  const { clientId } = await aClient(world);
  await comesOn(
    world,
    clientId,
    ['2026-11-24', '2026-11-26', '2026-12-01', '2026-12-03', '2026-12-08', '2026-12-10', '2026-12-15', '2026-12-17'].map(day),
  );
  expect(await (await set(clientId, { panelId, why: 'First weeks.' })).json()).toEqual({ version: 1 });
  expect(await (await set(clientId, { perWeek: 1, maxGapDays: 14 }, 1)).json()).toEqual({ version: 2 });
  const shown = await (await plan(clientId)).json();
  expect(shown.plan).toEqual({ own: true, perWeek: 1, maxGapDays: 14, panelId: null, panel: null });
  expect(shown.collects).toEqual({ daysPerWeek: 2, screensPerWeek: 1 });
  expect(shown.history).toEqual([
    { version: 2, rate: { perWeek: 1, maxGapDays: 14 }, panel: null, why: null, from: '2026-11-23', by: 'therapist of North' },
    {
      version: 1,
      rate: { perWeek: 2, maxGapDays: 7 },
      panel: '12-panel cup',
      why: 'First weeks.',
      from: '2026-11-23',
      by: 'therapist of North',
    },
  ]);
  expect(await (await follow(clientId, 2)).json()).toEqual({ version: 3 });
  expect((await (await plan(clientId)).json()).plan).toMatchObject({ own: false, perWeek: 1.5 });
  expect(await codeOf(await follow(clientId, 3))).toBe('wrong-state');
});

test('a gap shorter than the rate’s own interval is refused, with what it would ask for', async () => {
  const { clientId } = await aClient(world);
  const response = await set(clientId, { perWeek: 1, maxGapDays: 3 });
  expect(response.status).toBe(400);
  expect((await response.json()).fields).toEqual([
    {
      field: 'maxGapDays',
      message: 'With at most 3 days between two there are at least 2.5 a week. Ask for more a week, or allow a longer gap.',
    },
  ]);
  expect((await set(clientId, { perWeek: 7, maxGapDays: 1 })).status).toBe(200);
});

test.each([
  ['perWeek', { perWeek: 1.3 }],
  ['perWeek', { perWeek: 8 }],
  ['maxGapDays', { maxGapDays: 0 }],
  ['maxGapDays', { maxGapDays: 2.5 }],
  ['panelId', { panelId: randomUUID() }],
  ['extra', { extra: 1 }],
])('a wrong %s is named', async (field, body) => {
  const { clientId } = await aClient(world);
  const response = await set(clientId, body);
  expect([response.status, (await response.json()).fields[0].field]).toEqual([400, field]);
});

test('who changes an older version is told, and who names none is refused', async () => {
  const { clientId } = await aClient(world);
  await hasPlan(world, clientId);
  expect(await codeOf(await set(clientId, {}, 0))).toBe('stale');
  expect(await codeOf(await follow(clientId, 0))).toBe('stale');
  const without = await world
    .as('therapist')
    .post(`/clients/${clientId}/screen-plan`, { perWeek: 2, maxGapDays: 7, panelId: null, why: null });
  expect(await codeOf(without)).toBe('version-missing');
});

test('a repeat stores one version', async () => {
  const { clientId } = await aClient(world);
  const key = { 'idempotency-key': randomUUID() };
  expect(await (await set(clientId, {}, 0, key)).json()).toEqual({ version: 1 });
  expect(await (await set(clientId, {}, 0, key)).json()).toEqual({ version: 1 });
  expect((await (await plan(clientId)).json()).version).toBe(1);
});

test('a foreign client is an unknown one, and a tech sees no plan', async () => {
  for (const id of [foreign, randomUUID()]) {
    expect(await codeOf(await plan(id))).toBe('client-unknown');
    expect(await codeOf(await set(id, {}))).toBe('client-unknown');
    expect(await codeOf(await follow(id, 0))).toBe('client-unknown');
  }
  const { clientId } = await aClient(world);
  expect((await plan(clientId, 'tech')).status).toBe(403);
});

test('a plan needs an open episode', async () => {
  const { clientId, episodeId } = await aClient(world);
  await world.db
    .updateTable('episode')
    .set({ closed_on: day('2026-11-20'), closed_because: 'completed' })
    .where('id', '=', episodeId)
    .execute();
  expect(await codeOf(await set(clientId, {}))).toBe('episode-closed');
  expect((await (await plan(clientId)).json()).inCare).toBe(false);
});

test('who looked and who changed is written down', async () => {
  const { clientId } = await aClient(world);
  await plan(clientId);
  await set(clientId, {});
  const events = await world.db
    .selectFrom('audit_event')
    .select(['action', 'kind', 'client_ids'])
    .where('action', 'like', 'screenPlans.%')
    .orderBy('seq', 'desc')
    .limit(2)
    .execute();
  expect(events).toEqual([
    { action: 'screenPlans.set', kind: 'write', client_ids: [clientId] },
    { action: 'screenPlans.one', kind: 'read', client_ids: [clientId] },
  ]);
});
