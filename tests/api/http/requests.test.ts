import { beforeAll, describe, expect, test } from 'vitest';
import type { Endpoint } from '#contract/endpoint.ts';
import { contract } from '#contract/index.ts';
import { aClient } from '#kit/clients.ts';
import { worldOfFile } from '#kit/world.ts';
import { rolesFor } from '#server/access/endpoint-policy.ts';

type Entry = { readonly name: string; readonly entry: Endpoint; readonly role: 'therapist' | 'tech' | 'director' };

const entries: Entry[] = Object.entries(contract)
  .filter(([noun]) => noun !== 'signIn')
  .flatMap(([noun, of]) =>
    Object.entries<Endpoint>(of).map(([name, entry]) => ({
      name: `${noun}.${name}`,
      entry,
      role: (['therapist', 'tech', 'director'] as const).find((role) => rolesFor(noun, name).includes(role)) ?? 'director',
    })),
  );
// A file has a body of its own kind, and tests of its own.
const posts = entries.filter(({ entry }) => entry.method === 'POST' && entry.raw === undefined);

let clientId: string;
const world = worldOfFile();

beforeAll(async () => {
  clientId = (await aClient(world)).clientId;
});

const pathOf = ({ entry }: Entry): string => entry.path.replace(':clientId', clientId).replaceAll(/:\w+/g, clientId);
const send = (entry: Entry, body: unknown, headers = {}) =>
  world.as(entry.role).post(pathOf(entry), body, { 'if-match': '"1"', ...headers });

describe.each(posts)('$name', (entry) => {
  test('refuses a body that is not JSON', async () => {
    const response = await send(entry, '{"reason": ');
    expect([response.status, await response.json()]).toMatchObject([400, { code: 'body-not-json' }]);
  });

  test('refuses a list in the place of an object', async () => {
    expect(await (await send(entry, '[]')).json()).toMatchObject({ code: 'body-not-json' });
  });

  test.each(['surprise', 'organization_id', 'role', 'version', 'createdBy'])('refuses the unknown field %s by its name', async (field) => {
    const response = await send(entry, { [field]: 1 });
    expect(response.status).toBe(400);
    const { code, fields } = (await response.json()) as { code: string; fields: { field: string; message: string }[] };
    expect(code).toBe('input-invalid');
    expect(fields).toContainEqual({ field, message: 'There is no such field. Leave it out.' });
  });

  test('refuses __proto__, and no prototype changes', async () => {
    const response = await send(entry, '{"__proto__": {"polluted": true}}');
    expect([response.status, await response.json()]).toMatchObject([400, { fields: [{ field: '__proto__' }] }]);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  test('refuses more than a megabyte', async () => {
    const response = await send(entry, { reason: 'x'.repeat(1_100_000) });
    expect([response.status, await response.json()]).toMatchObject([413, { code: 'too-large' }]);
  });
});

test('a query that is given twice, or that nobody asked for, is refused', async () => {
  expect((await world.as('therapist').get('/today?for=me&for=team')).status).toBe(400);
  expect((await world.as('therapist').get('/today?sort=name')).status).toBe(400);
  expect((await world.as('therapist').get('/today?for=everyone')).status).toBe(400);
});

test.each([
  ['/clients/1%27%20or%201=1', 'clientId', 'There is no page or client at this address.'],
  ['/clients/abc/record', 'clientId', 'There is no page or client at this address.'],
  ['/sessions/abc/results', 'sessionId', undefined],
])('%s holds an id that is none, so nothing is there', async (path, field, detail) => {
  const response = await world.as('therapist').get(path);
  const problem: unknown = await response.json();
  expect([response.status, problem]).toMatchObject([404, { code: 'not-found', fields: [{ field }], ...(detail && { detail }) }]);
});

test('a change without a key of its own is refused, because a repeat could not be told from it', async () => {
  const body = { need: 'hours', reason: 'New shift pattern', until: '2026-11-25' };
  const response = await world.as('therapist').post(`/clients/${clientId}/snoozes`, body, { 'idempotency-key': '' });
  expect([response.status, await response.json()]).toMatchObject([400, { code: 'key-missing' }]);
});
