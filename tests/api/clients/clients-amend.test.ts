import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { ClientRecord } from '#contract/clients-record.ts';
import { anIdentifier, anIdentity, aPhone } from '#kit/client-records.ts';
import { aClient } from '#kit/clients.ts';
import { seen } from '#kit/adjustments.ts';
import { anOrganization, worldOfFile } from '#kit/world.ts';

const world = worldOfFile();

const amend = (clientId: string, body: object, version: number, headers: object = {}, who: 'therapist' | 'director' = 'therapist') =>
  world.as(who).post(`/clients/${clientId}/record`, body, { ...seen(version), ...headers });
const recordOf = async (clientId: string) =>
  (await (await world.as('therapist').get(`/clients/${clientId}/record`)).json()) as ClientRecord;

test('a part is changed, and who changed which field is said', async () => {
  const { clientId } = await aClient(world);
  const identity = anIdentity();
  const response = await amend(clientId, { identity, contacts: [aPhone], identifiers: [] }, 1);
  expect([response.status, await response.json()]).toEqual([200, { version: 2 }]);
  const record = await recordOf(clientId);
  expect(record).toMatchObject({ ...identity, version: 2, contacts: [aPhone], identifiers: [] });
  expect(record.changes).toContainEqual({ field: 'pronouns', by: 'therapist of North', at: expect.any(String), version: 2 });
  expect(record.changes.map(({ field }) => field)).not.toContain('identifiers');
});

test('what a field was is kept, and can’t be changed afterwards', async () => {
  const { clientId } = await aClient(world, { firstName: 'Jordan' });
  await amend(clientId, { identity: anIdentity({ firstName: 'Jo' }) }, 1);
  const kept = await world.db
    .selectFrom('client_change')
    .selectAll()
    .where('client_id', '=', clientId)
    .where('field', '=', 'firstName')
    .execute();
  expect(kept).toMatchObject([{ was: 'Jordan', became: 'Jo', version: 2, by: world.staff.therapist.staffId }]);
  await expect(world.db.updateTable('client_change').set({ version: 9 }).where('client_id', '=', clientId).execute()).rejects.toThrow(
    /keeps every row/,
  );
});

test('somebody who saw an older version is refused, and nothing is overwritten', async () => {
  const { clientId } = await aClient(world);
  await amend(clientId, { identity: anIdentity({ pronouns: 'they/them' }) }, 1, {}, 'director');
  const late = await amend(clientId, { identity: anIdentity({ pronouns: 'she/her' }) }, 1);
  expect([late.status, ((await late.json()) as { code: string }).code]).toEqual([412, 'stale']);
  expect((await recordOf(clientId)).pronouns).toBe('they/them');
});

test('two at the same moment: one is stored, the other is told', async () => {
  const { clientId } = await aClient(world);
  const both = await Promise.all([
    amend(clientId, { contacts: [aPhone] }, 1),
    amend(clientId, { contacts: [], identity: anIdentity() }, 1, {}, 'director'),
  ]);
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
});

test('without the version that was seen nothing is changed', async () => {
  const { clientId } = await aClient(world);
  expect((await world.as('therapist').post(`/clients/${clientId}/record`, { contacts: [] })).status).toBe(428);
});

test('saving what is there already makes no new version', async () => {
  const { clientId } = await aClient(world);
  await amend(clientId, { contacts: [aPhone] }, 1);
  expect(await (await amend(clientId, { contacts: [aPhone] }, 2)).json()).toEqual({ version: 2 });
});

test('sent twice it is stored once', async () => {
  const { clientId } = await aClient(world);
  const key = { 'idempotency-key': randomUUID() };
  const body = { contacts: [aPhone] };
  expect(await (await amend(clientId, body, 1, key)).json()).toEqual(await (await amend(clientId, body, 1, key)).json());
});

test('a number of another system belongs to one chart', async () => {
  const [one, two] = [await aClient(world), await aClient(world)];
  const identifiers = [anIdentifier()];
  await amend(one.clientId, { identifiers }, 1);
  const again = await amend(two.clientId, { identifiers }, 1);
  expect(await again.json()).toMatchObject({ code: 'input-invalid', fields: [{ field: 'identifiers.0.value' }] });
});

test('each problem is said at its field', async () => {
  const { clientId } = await aClient(world);
  const response = await amend(clientId, { identity: anIdentity({ chartNumber: '1E5' }), contacts: [{ ...aPhone, value: 'home' }] }, 1);
  expect(await response.json()).toMatchObject({ fields: [{ field: 'identity.chartNumber' }, { field: 'contacts.0.value' }] });
});

test('a client of another organization is as unknown as one that isn’t there', async () => {
  const south = await anOrganization(world.db, 'Far South');
  const { clientId } = await aClient(world, { organizationId: south.organizationId, programId: south.programId, therapistId: null });
  const foreign = await amend(clientId, { contacts: [] }, 1);
  const missing = await amend(randomUUID(), { contacts: [] }, 1);
  expect([foreign.status, await foreign.text()]).toEqual([missing.status, await missing.text()]);
});
