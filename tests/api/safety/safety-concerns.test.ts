import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import type { OutputOf } from '#contract/endpoint.ts';
import type { Contract } from '#contract/index.ts';
import { day } from '#domain/calendar/calendar.ts';
import { attended } from '#kit/attendance.ts';
import { aClient } from '#kit/clients.ts';
import { aConcern, tookPhq9 } from '#kit/reviews.ts';
import { needingToday } from '#kit/today.ts';
import { anOrganization, worldOfFile } from '#kit/world.ts';

let clientId: string;
let concernId: string;

const world = worldOfFile();

beforeEach(async () => {
  ({ clientId, concernId } = await aConcern(world));
  await attended(world, [clientId], [day('2026-11-18'), day('2026-11-21')]);
});

const done = { summary: 'Met her at 8, went through her plan, and her sister stays tonight.', at: '2026-11-23T13:55:00Z' };
const close = (more: Readonly<Record<string, unknown>> = {}, of = clientId, headers = {}) =>
  world.as('therapist').post(`/clients/${of}/safety-concerns/closures`, { concernIds: [concernId], ...done, ...more }, headers);
const raise = (more: Readonly<Record<string, unknown>> = {}) =>
  world.as('therapist').post(`/clients/${clientId}/safety-concerns`, {
    kind: 'concern',
    source: 'family',
    summary: 'Her mother called: she gave her cat away.',
    notified: { who: 'Dr Lin, on call', at: '2026-11-23T13:58:00Z' },
    ...more,
  });
const concerns = async () =>
  (
    (await (await world.as('therapist').get(`/clients/${clientId}/safety-concerns`)).json()) as OutputOf<
      Contract['safetyConcerns']['ofClient']
    >
  ).concerns;
const needs = async () =>
  ((await (await world.as('therapist').get(`/clients/${clientId}`)).json()) as OutputOf<Contract['clients']['page']>).needs.filter(
    ({ kind }) => kind === 'safety',
  );

test.each([
  ['one minute ahead is taken as it is', '2026-11-23T14:03:00Z', 200],
  ['ten minutes ahead is refused', '2026-11-23T14:12:00Z', 400],
])('who was notified, from a device whose clock is %s', async (_, at, status) => {
  expect((await raise({ notified: { who: 'Dr Lin', at } })).status).toBe(status);
});

test('Today says where a concern came from; telling somebody leaves it open, and the signed statement closes it', async () => {
  expect(await needs()).toMatchObject([{ about: { kind: 'tell', id: concernId }, why: expect.stringContaining('(PHQ-9)') }]);
  const notified = await world
    .as('therapist')
    .post(`/clients/${clientId}/safety-concerns/notifications`, { notified: { who: 'Dr Lin', at: '2026-11-23T13:50:00Z' } });
  expect(notified.status).toBe(200);
  expect(await needs()).toMatchObject([{ about: { kind: 'check' }, why: expect.stringContaining('the check is not recorded') }]);
  expect((await close()).status).toBe(200);
  expect(await needs()).toEqual([]);
  expect(await concerns()).toMatchObject([
    {
      id: concernId,
      source: 'PHQ-9',
      notified: { who: 'Dr Lin' },
      closed: { summary: done.summary, at: '2026-11-23T13:55:00.000Z', by: 'therapist of North' },
    },
  ]);
});

test('item 9 at 0 later closes nothing', async () => {
  await tookPhq9(world, clientId, [['2026-11-23', 3]]);
  expect(await needs()).toHaveLength(1);
});

test('a family’s worry is raised with whom they told, and is open until its own statement', async () => {
  expect((await raise()).status).toBe(200);
  expect(await concerns()).toMatchObject([
    {
      kind: 'concern',
      source: 'raised by family',
      words: 'Her mother called: she gave her cat away.',
      raisedBy: 'therapist of North',
      closed: null,
    },
    { id: concernId },
  ]);
  const ids = (await concerns()).map(({ id }) => id);
  expect((await close({ concernIds: ids })).status).toBe(400);
  expect((await close({ concernIds: ids, at: '2026-11-23T14:02:00Z' })).status).toBe(200);
  expect(await needs()).toEqual([]);
});

test.each([
  ['that somebody is safe', { summary: 'Checked by phone, she is safe.' }, 'summary'],
  ['that somebody seems safe', { summary: 'Met her in the hall, she seems safe now.' }, 'summary'],
  ['a word', { summary: 'Done.' }, 'summary'],
  ['a time to come', { at: '2026-11-23T15:00:00Z' }, 'at'],
  ['a time before it opened', { at: '2026-11-23T13:00:00Z' }, 'at'],
  ['no concern', { concernIds: [] }, 'concernIds'],
  ['somebody else’s concern', { concernIds: [randomUUID()] }, 'concernIds'],
])('a statement with %s is refused, with the fix', async (_, more, field) => {
  const response = await close(more);
  expect([response.status, await response.json()]).toMatchObject([400, { fields: [{ field }] }]);
  expect(await needs()).toHaveLength(1);
});

test.each([
  ['nobody told', { notified: { who: ' ', at: '2026-11-23T13:58:00Z' } }, 'notified.who'],
  ['a telling to come', { notified: { who: 'Dr Lin', at: '2026-11-23T18:00:00Z' } }, 'notified.at'],
  ['what only a screen can open', { kind: 'unexpected-opioid' }, 'kind'],
  ['no words', { summary: '' }, 'summary'],
])('raising one with %s is refused', async (_, more, field) => {
  const response = await raise(more);
  expect([response.status, await response.json()]).toMatchObject([400, { fields: [{ field }] }]);
});

test('a closed concern isn’t closed twice, and a repeat with the same key is one', async () => {
  const headers = { 'idempotency-key': randomUUID() };
  expect((await close({}, clientId, headers)).status).toBe(200);
  expect((await close({}, clientId, headers)).status).toBe(200);
  expect((await close()).status).toBe(409);
});

test('a foreign client and an unknown one alike, and a tech reads none of it', async () => {
  const south = await anOrganization(world.db, 'Far South');
  const { clientId: foreign } = await aClient(world, {
    organizationId: south.organizationId,
    programId: south.programId,
    therapistId: null,
  });
  const [one, two] = await Promise.all([close({}, foreign), close({}, randomUUID())]);
  expect(await one.json()).toEqual(await two.json());
  expect([one.status, two.status]).toEqual([404, 404]);
  expect((await world.as('tech').get(`/clients/${clientId}/safety-concerns`)).status).toBe(403);
});

test('one event names the client at each look and each statement', async () => {
  await concerns();
  await close();
  const events = await world.db
    .selectFrom('audit_event')
    .select(['action', 'kind', 'client_ids'])
    .where('action', 'like', 'safetyConcerns.%')
    .execute();
  expect(events.filter(({ client_ids }) => client_ids.includes(clientId)).map(({ action, kind }) => `${action} ${kind}`)).toEqual([
    'safetyConcerns.ofClient read',
    'safetyConcerns.close write',
  ]);
});

test('a concern about somebody who hasn’t come to a first session yet is on Today and on the list, and there is no other task for them', async () => {
  const { clientId: newcomer } = await aClient(world, { openedOn: day('2026-11-01') });
  const onToday = async () => {
    const clients = await needingToday(world);
    return clients.find((row) => row.clientId === newcomer)?.needs.map(({ kind }) => kind) ?? [];
  };
  const withTask = async () => {
    const listed = await world.as('therapist').post('/clients/search', { text: '', most: 200, task: 'safety' });
    return ((await listed.json()) as OutputOf<Contract['clients']['search']>).clients.some((row) => row.clientId === newcomer);
  };
  expect([await onToday(), await withTask()]).toEqual([[], false]);
  await aConcern(world, newcomer);
  expect([await onToday(), await withTask()]).toEqual([['safety'], true]);
  const page = (await (await world.as('therapist').get(`/clients/${newcomer}`)).json()) as OutputOf<Contract['clients']['page']>;
  expect(page.needs.map(({ kind, tier }) => [kind, tier])).toEqual([['safety', 1]]);
});
