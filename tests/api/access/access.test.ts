import { beforeAll, describe, expect, test } from 'vitest';
import type { Endpoint } from '#contract/endpoint.ts';
import { contract } from '#contract/index.ts';
import { roles } from '#domain/people/roles.ts';
import { aClient } from '#kit/clients.ts';
import { anOrganization, type World, worldOfFile } from '#kit/world.ts';
import { rolesFor } from '#server/access/endpoint-policy.ts';
import type { Actor } from '#server/access/actor.ts';

type Entry = { readonly name: string; readonly entry: Endpoint; readonly allowed: readonly string[] };

const entries: Entry[] = Object.entries(contract)
  .filter(([noun]) => noun !== 'signIn')
  .flatMap(([noun, of]) =>
    Object.entries<Endpoint>(of).map(([name, entry]) => ({ name: `${noun}.${name}`, entry, allowed: rolesFor(noun, name) })),
  );
const ofClient = entries.filter(({ entry }) => entry.path.includes(':clientId'));

let south: Awaited<ReturnType<typeof anOrganization>>;
let own: string;
let otherProgram: string;
let otherOrganization: string;
let strangers: Actor[];

const world = worldOfFile();

beforeAll(async () => {
  south = await anOrganization(world.db, 'South');
  own = (await aClient(world)).clientId;
  const { id: programId } = await world.db
    .insertInto('program')
    .values({ organization_id: world.organizationId, name: 'Another program' })
    .returning('id')
    .executeTakeFirstOrThrow();
  otherProgram = (await aClient(world, { programId, therapistId: null })).clientId;
  otherOrganization = (await aClient(world, { organizationId: south.organizationId, programId: south.programId, therapistId: null }))
    .clientId;
  strangers = [south.staff.therapist, south.staff.director, south.staff.tech];
});

const nowhere = '0190a7a0-0000-7000-8000-000000000000';

function ask(who: Parameters<World['as']>[0], { entry }: Entry, clientId: string): Promise<Response> {
  const path = entry.path.replace(':clientId', clientId).replaceAll(/:\w+/g, nowhere);
  return entry.method === 'GET'
    ? world.as(who).get(path)
    : world.as(who).post(path, {}, { 'if-match': '"1"', ...(entry.raw !== undefined && { 'content-type': 'application/octet-stream' }) });
}

const codeOf = async (response: Response): Promise<unknown> => ((await response.json()) as { code?: unknown }).code;

describe.each(entries)('$name', (entry) => {
  test('is refused to somebody who is not signed in', async () => {
    const response = await ask(null, entry, own);
    expect([response.status, await codeOf(response)]).toEqual([401, 'signed-out']);
  });

  test.each(roles.filter((role) => !entry.allowed.includes(role)))('is refused to a %s, and the refusal is written down', async (role) => {
    const before = await denials();
    const response = await ask(role, entry, own);
    expect([response.status, await codeOf(response)]).toEqual([403, 'not-your-role']);
    expect(await denials()).toBe(before + 1);
  });
});

async function denials(): Promise<number> {
  const { count } = await world.db
    .selectFrom('audit_event')
    .select((eb) => eb.fn.countAll().as('count'))
    .where('kind', '=', 'denied')
    .executeTakeFirstOrThrow();
  return Number(count);
}

describe.each(ofClient.filter(({ entry }) => entry.method === 'GET'))('$name of a client out of reach', (entry) => {
  test('is answered like one of a client that isn’t there', async () => {
    const missing = await (await ask('director', entry, nowhere)).text();
    expect(missing).toContain('client-unknown');
    for (const clientId of [otherProgram, otherOrganization]) {
      const response = await ask('director', entry, clientId);
      expect([response.status, await response.text()]).toEqual([404, missing]);
    }
    for (const stranger of strangers.filter(({ role }) => entry.allowed.includes(role))) {
      expect((await ask(stranger, entry, own)).status).toBe(404);
    }
  });
});

test('the matrix is not empty', () => {
  expect(entries.length).toBeGreaterThan(10);
  expect(ofClient.length).toBeGreaterThan(3);
});
