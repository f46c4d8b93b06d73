import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { aClient } from '#kit/clients.ts';
import { anOrganization, worldOfFile } from '#kit/world.ts';

let foreign: string;

const world = worldOfFile();

beforeAll(async () => {
  const south = await anOrganization(world.db, 'South');
  foreign = (await aClient(world, { organizationId: south.organizationId, programId: south.programId, therapistId: null })).clientId;
});

test('comparing two charts leaves one event that names both', async () => {
  const [one, two] = [(await aClient(world)).clientId, (await aClient(world)).clientId];
  const response = await world.as('director').get(`/clients/${one}/merges/${two}`);
  expect(await response.json()).toMatchObject({ surviving: { clientId: one }, merged: { clientId: two }, blocked: null });
  const events = await world.db.selectFrom('audit_event').selectAll().orderBy('seq').execute();
  expect([...(events.at(-1)?.client_ids ?? [])].toSorted()).toEqual([one, two].toSorted());
});

test('a chart is not compared with itself, nor with one that is out of reach', async () => {
  const { clientId } = await aClient(world);
  expect((await world.as('director').get(`/clients/${clientId}/merges/${clientId}`)).status).toBe(409);
  for (const other of [foreign, randomUUID()])
    expect((await world.as('director').get(`/clients/${clientId}/merges/${other}`)).status).toBe(404);
});

test('that two charts are of two people is kept once, with who said so and why', async () => {
  const [one, two] = [(await aClient(world)).clientId, (await aClient(world)).clientId];
  const markNotDuplicate = (clientId: string, otherId: string) =>
    world.as('therapist').post(`/clients/${clientId}/not-same`, { otherId, why: 'They are twins.' });
  expect((await markNotDuplicate(one, two)).status).toBe(200);
  expect(await (await markNotDuplicate(two, one)).json()).toMatchObject({ code: 'input-invalid', fields: [{ field: 'otherId' }] });
  expect(await world.db.selectFrom('not_duplicate').selectAll().execute()).toMatchObject([
    { by: world.staff.therapist.staffId, why: 'They are twins.' },
  ]);
  expect((await markNotDuplicate(one, foreign)).status).toBe(404);
  expect((await world.as('therapist').post(`/clients/${one}/merges`, {}, { 'if-match': '"1"' })).status).toBe(400);
});
