import { beforeAll, expect, test } from 'vitest';
import type { ClientListed } from '#contract/clients-list.ts';
import { day, instantOf } from '#domain/calendar/calendar.ts';
import { aCase } from '#kit/adjustments.ts';
import { aClient } from '#kit/clients.ts';
import { anOrganization, worldOfFile } from '#kit/world.ts';

const ids = new Map<string, string>();

const world = worldOfFile();

beforeAll(async () => {
  const named: readonly (readonly [string, object])[] = [
    ['Abara', { firstName: 'Zoë', lastName: 'Abara' }],
    ['Nunez', { firstName: 'Ana', lastName: 'Núñez' }],
    ['Brandt', { firstName: 'Theo', lastName: 'Brandt', therapistId: null }],
  ];
  for (const [name, wanted] of named) ids.set(name, (await aClient(world, wanted)).clientId);
  const { clientId } = await aClient(world, { lastName: 'Closed' });
  await world.db
    .updateTable('episode')
    .set({ closed_on: day('2026-11-01'), closed_because: 'completed' })
    .where('client_id', '=', clientId)
    .execute();
  const south = await anOrganization(world.db, 'South');
  await aClient(world, { organizationId: south.organizationId, programId: south.programId, therapistId: null, lastName: 'Southern' });
});

type Position = { readonly name: string; readonly clientId: string; readonly tier: number | null; readonly dueAt: string | null };
type Page = { readonly clients: readonly ClientListed[]; readonly next: Position | null };
const list = async (requested: object, who: 'therapist' | 'tech' | 'director' = 'director'): Promise<Page> => {
  const response = await world.as(who).post('/clients/search', { text: '', ...requested });
  expect(response.status).toBe(200);
  return (await response.json()) as Page;
};
/** How many a list has in all, which is asked apart. */
const count = async (requested: object, who: 'therapist' | 'tech' | 'director' = 'director'): Promise<number> => {
  const response = await world.as(who).post('/clients/count', { text: '', ...requested });
  expect(response.status).toBe(200);
  return ((await response.json()) as { readonly total: number }).total;
};
/** Every page of a list, each behind the one before. */
async function pages(requested: object): Promise<readonly Page[]> {
  const all: Page[] = [await list(requested)];
  for (let next = all[0]?.next ?? null; next !== null; next = all.at(-1)?.next ?? null) all.push(await list({ ...requested, after: next }));
  return all;
}
const names = ({ clients }: Page) => clients.map(({ lastName }) => lastName);

test('those in care come by name, a page at a time, with how many there are in all', async () => {
  expect(names(await list({}))).toEqual(['Abara', 'Brandt', 'Núñez']);
  expect((await pages({ most: 2 })).map(names)).toEqual([['Abara', 'Brandt'], ['Núñez']]);
  expect(await count({})).toBe(3);
});

test.each<[string, readonly string[]]>([
  ['nunez', ['Núñez']],
  ['NÚÑ ana', ['Núñez']],
  ['zoe', ['Abara']],
  ['ana zoe', []],
])('“%s” is found with and without its accents', async (text, found) => expect(names(await list({ text }))).toEqual(found));

test('closed episodes, no episode, or everybody may be asked for', async () => {
  const added = {
    firstName: 'New',
    lastName: 'Comer',
    chart_number: 'new-1',
    organization_id: world.organizationId,
    intake_program_id: world.programId,
  };
  await world.db
    .insertInto('client')
    .values({
      organization_id: added.organization_id,
      chart_number: added.chart_number,
      first_name: added.firstName,
      last_name: added.lastName,
      intake_program_id: added.intake_program_id,
    })
    .execute();
  expect(names(await list({ careStatus: 'closed' }))).toEqual(['Closed']);
  expect(names(await list({ careStatus: 'not-started' }))).toEqual(['Comer']);
  expect(names(await list({ careStatus: 'any' }))).toHaveLength(5);
  expect(await Promise.all(['any', 'closed', 'not-started', 'in-care'].map((careStatus) => count({ careStatus })))).toEqual([5, 1, 1, 3]);
});

test('the list is narrowed by program, site, group, phase and therapist', async () => {
  const groupId = await aGroup();
  await world.db
    .updateTable('episode')
    .set({ group_id: groupId, site_id: world.siteId })
    .where('client_id', '=', ids.get('Abara') ?? '')
    .execute();
  await world.db
    .insertInto('phase_span')
    .values(
      [1, 2].map((number) => ({
        ...phase,
        organization_id: world.organizationId,
        client_id: ids.get('Nunez') ?? '',
        number,
        from_on: day(`2026-0${number}-01`),
      })),
    )
    .execute();
  expect(names(await list({ groupId }))).toEqual(['Abara']);
  expect(names(await list({ siteId: world.siteId }))).toEqual(['Abara']);
  expect(names(await list({ therapistId: 'none' }))).toEqual(['Brandt']);
  expect(names(await list({ therapistId: world.staff.therapist.staffId }))).toEqual(['Abara', 'Núñez']);
  expect(names(await list({ phase: 2 }))).toEqual(['Núñez']);
  expect(names(await list({ phase: 1 }))).toEqual([]);
  expect(await count({ programId: world.programId })).toBe(3);
  expect(await Promise.all([{ groupId }, { therapistId: 'none' }, { phase: 2 }, { text: 'zoe' }].map((filter) => count(filter)))).toEqual([
    1, 1, 1, 1,
  ]);
});

const phase = { name: 'Stabilise', to_on: null, review_due_on: null, criteria: '[]' };
async function aGroup(): Promise<string> {
  const group = {
    organization_id: world.organizationId,
    program_id: world.programId,
    site_id: world.siteId,
    name: 'IOP-A',
    weekdays: [2],
  };
  return (await world.db.insertInto('care_group').values(group).returning('id').executeTakeFirstOrThrow()).id;
}

test('a technician sees names, identifiers and groups, and can’t ask for tasks', async () => {
  const { clientId } = await aCase(world);
  const page = await list({}, 'tech');
  expect(page.clients.map(({ therapist, task, phase: now }) => [therapist, task, now])).toEqual(page.clients.map(() => [null, null, null]));
  expect(page.clients.map((client) => client.clientId)).toContain(clientId);
  for (const requested of [{ task: 'talk' }, { sort: 'need' }, { phase: 1 }])
    expect((await world.as('tech').post('/clients/search', { text: '', ...requested })).status).toBe(403);
  for (const requested of [{ task: 'talk' }, { phase: 1 }])
    expect((await world.as('tech').post('/clients/count', { text: '', ...requested })).status).toBe(403);
});

test('one event names everybody on the page, and nobody else', async () => {
  await list({ text: 'brandt' });
  const events = await world.db.selectFrom('audit_event').selectAll().orderBy('seq').execute();
  expect(events.at(-1)).toMatchObject({ action: 'clients.search', kind: 'read', client_ids: [ids.get('Brandt')] });
});

test.each([{ most: 201 }, { most: 0 }, { after: { name: 'a' } }, { phase: 1.5 }, { therapistId: 'me' }, { task: 'everything' }])(
  '%o is refused',
  async (requested) => {
    expect((await world.as('director').post('/clients/search', { text: '', ...requested })).status).toBe(400);
  },
);

test('one event names those of the page, and not who comes behind it; a count names nobody', async () => {
  const { clients, next } = await list({ most: 1 });
  expect(next).not.toBeNull();
  await count({});
  const events = await world.db.selectFrom('audit_event').select(['action', 'client_ids']).orderBy('seq').execute();
  expect(events.slice(-2)).toEqual([
    { action: 'clients.search', client_ids: clients.map(({ clientId }) => clientId) },
    { action: 'clients.count', client_ids: [] },
  ]);
});

test('by need the pages go on where the one before ended, and nobody is left out or twice', async () => {
  await aClient(world, { lastName: 'Quiet' });
  for (const name of ['Nunez', 'Abara', 'Brandt'])
    await world.db
      .insertInto('safety_concern')
      .values({
        organization_id: world.organizationId,
        client_id: ids.get(name) ?? '',
        opened_at: instantOf(world.clock.now),
        trigger: 'concern',
      })
      .execute();
  const whole = await list({ sort: 'need' });
  expect(whole.clients.filter(({ task }) => task !== null).length).toBeGreaterThan(2);
  expect(whole.clients.findIndex(({ task }) => task === null)).toBe(whole.clients.filter(({ task }) => task !== null).length);
  expect((await pages({ sort: 'need', most: 2 })).flatMap(names)).toEqual(names(whole));
  const talks = await list({ task: 'any' });
  expect((await pages({ task: 'any', most: 1 })).flatMap(names)).toEqual(names(talks));
});
