import { expect, test } from 'vitest';
import { aClient } from '#kit/clients.ts';
import { bringIn, ways } from '#kit/both-ways.ts';
import { worldOfEachTest } from '#kit/world.ts';

const world = worldOfEachTest();
const identity = { preferredName: null, pronouns: null, bornOn: null, chartNumber: 'N-1', language: null, interpreter: null };
const listed = async () =>
  (
    (await (await world.as('director').post('/clients/search', { text: '', most: 50 })).json()) as { clients: { name: string }[] }
  ).clients.map(({ name }) => name);

test.each(ways)('people of one name are taken from a file by %s, and a row without any is held', async (way) => {
  const content = 'chart_number,first_name,last_name,opened_on\nO-1,Sukarno,,2026-06-08\nO-2,,Teller,2026-06-08\nO-3,,,2026-06-08\n';
  expect(await bringIn(world, way, { content }, { kind: 'clients' })).toMatchObject({ in: 2, held: ['4 last_name cell-empty'] });
  expect(new Set(await listed())).toEqual(new Set(['Sukarno', 'Teller']));
});

test('a chart can be written for somebody of one name, and needs one', async () => {
  const add = (firstName: string, lastName: string) =>
    world.as('director').post('/clients', { ...identity, firstName, lastName, programId: world.programId, contacts: [] });
  const refused = await add('', ' ');
  expect([refused.status, await refused.json()]).toMatchObject([
    400,
    { fields: [{ field: 'firstName', message: 'Write a name. Where somebody has one name, one of the two is enough.' }] },
  ]);
  expect((await add('', 'Teller')).status).toBe(200);
});

test('everybody who reads of somebody of one name reads that name, and nothing of an empty one', async () => {
  const { clientId } = await aClient(world, { chart: 'O-1', firstName: '', lastName: 'Teller' });
  const page = (await (await world.as('therapist').get(`/clients/${clientId}/record`)).json()) as { name: string; called: string };
  expect([page.name, page.called]).toEqual(['Teller', 'Teller']);
});
