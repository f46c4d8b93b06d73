import { beforeAll, expect, test } from 'vitest';
import type { ClientPage } from '#contract/clients.ts';
import { day } from '#domain/calendar/calendar.ts';
import { attended, weekly } from '#kit/attendance.ts';
import { aClient } from '#kit/clients.ts';
import { worldOfFile } from '#kit/world.ts';

let jordan: { clientId: string };

const world = worldOfFile();

beforeAll(async () => {
  jordan = await aClient(world, { chart: '4417', firstName: 'Jordan', lastName: 'Marsh' });
  await aClient(world, { chart: '88', firstName: 'Ana', lastName: '100%_\\Ng' });
  await attended(world, [jordan.clientId], weekly(day('2026-11-19'), 20));
});

const pageOf = async (clientId: string): Promise<ClientPage> => {
  const response = await world.as('therapist').get(`/clients/${clientId}`);
  expect(response.status).toBe(200);
  return (await response.json()) as ClientPage;
};

test('the page says who it is about by two identifiers, and begins at the first attended session', async () => {
  const page = await pageOf(jordan.clientId);
  expect(page.client).toMatchObject({ name: 'Jordan M.', chartNumber: '4417', bornOn: '1992-02-12', age: 34 });
  expect(page.client.facts).toContain('Admitted 9 Jul 2026');
  expect(page.journey.from).toBe('2026-07-09');
});

test('hours without a prescription are said to be unknown', async () => {
  expect((await pageOf(jordan.clientId)).summary[0]).toBe('Delivered 60 hours; prescribed hours aren’t known.');
});

test('the whole page is one answer with one event, which names the client', async () => {
  const before = await events();
  await pageOf(jordan.clientId);
  const after = await events();
  expect(after.length).toBe(before.length + 1);
  expect(after.at(-1)).toMatchObject({ action: 'clients.page', kind: 'read', client_ids: [jordan.clientId] });
});

const events = () => world.db.selectFrom('audit_event').selectAll().orderBy('seq').execute();

test.each([
  ['jord', 1],
  ['marsh jordan', 1],
  ['4417', 1],
  ['', 2],
  ['nobody', 0],
  ['100%', 1],
  ['1%', 0],
  ['%', 0],
  ['_', 0],
  ['\\', 1],
])('searching for “%s” finds %i', async (text, found) => {
  const response = await world.as('tech').post('/clients/search', { text });
  expect(((await response.json()) as { clients: unknown[] }).clients).toHaveLength(found);
});

test('a search names everybody whom it showed', async () => {
  await world.as('tech').post('/clients/search', { text: 'jord' });
  expect((await events()).at(-1)).toMatchObject({ action: 'clients.search', client_ids: [jordan.clientId] });
});
