import { expect, test } from 'vitest';
import type { ClientRecord } from '#contract/clients-record.ts';
import { day } from '#domain/calendar/calendar.ts';
import { aClient } from '#kit/clients.ts';
import { worldOfFile } from '#kit/world.ts';

const world = worldOfFile();

const recordOf = async (clientId: string): Promise<ClientRecord> => {
  const response = await world.as('therapist').get(`/clients/${clientId}/record`);
  expect(response.status).toBe(200);
  return (await response.json()) as ClientRecord;
};

test('a record says what is known and leaves the rest unknown', async () => {
  const { clientId } = await aClient(world, { chart: '4417', firstName: 'Maya', lastName: 'Cole', bornOn: null });
  expect(await recordOf(clientId)).toMatchObject({
    clientId,
    version: 1,
    name: 'Maya C.',
    bornOn: null,
    age: null,
    interpreter: null,
    careStatus: 'in-care',
    contacts: [],
  });
});

test('a birth date that has not come yet gives no age', async () => {
  const { clientId } = await aClient(world, { bornOn: day('2030-01-01') });
  expect(await recordOf(clientId)).toMatchObject({ bornOn: '2030-01-01', age: null });
});

test('reading a record leaves one event that names the client', async () => {
  const { clientId } = await aClient(world);
  await recordOf(clientId);
  const events = await world.db.selectFrom('audit_event').selectAll().orderBy('seq').execute();
  expect(events.at(-1)).toMatchObject({ action: 'clients.record', kind: 'read', client_ids: [clientId] });
});
