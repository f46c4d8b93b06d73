import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { day } from '#domain/calendar/calendar.ts';
import { aCase } from '#kit/adjustments.ts';
import { attended, weekly } from '#kit/attendance.ts';
import { comparedCharts, mergeCharts, rowsOf } from '#kit/chart-merges.ts';
import { anIdentifier, aPhone } from '#kit/client-records.ts';
import { aClient } from '#kit/clients.ts';
import { worldOfFile } from '#kit/world.ts';

const world = worldOfFile();

const closed = async (clientId: string) =>
  world.db
    .updateTable('episode')
    .set({ closed_on: day('2026-07-01'), closed_because: 'completed' })
    .where('client_id', '=', clientId)
    .execute();

/** Two charts of one person: an old one that is closed, with a case, care and numbers, and the one that stands. */
async function twoCharts() {
  const old = await aCase(world);
  await attended(world, [old.clientId], weekly(day('2026-06-30'), 3));
  await world
    .as('therapist')
    .post(`/clients/${old.clientId}/record`, { contacts: [aPhone], identifiers: [anIdentifier()] }, { 'if-match': '"1"' });
  await closed(old.clientId);
  const { clientId } = await aClient(world, { chart: `S-${randomUUID().slice(0, 6)}x`, bornOn: null });
  return { merged: old.clientId, surviving: clientId, adjustmentId: old.adjustmentId };
}

test('every row of the merged chart moves, and what moved is kept by its key', async () => {
  const { merged, surviving } = await twoCharts();
  const before = await rowsOf(world, merged);
  expect(before).toMatchObject({
    screen: 1,
    screen_reading: 1,
    adjustment: 1,
    attendance: 3,
    contact_line: 1,
    client_change: 2,
    episode: 1,
  });
  const response = await mergeCharts(world, surviving, merged, { otherVersion: 2, take: ['bornOn'] });
  expect([response.status, await response.json()]).toEqual([200, { clientId: surviving }]);
  expect(await rowsOf(world, merged)).toEqual({});
  expect(await rowsOf(world, surviving)).toMatchObject({ ...before, episode: 2, client_change: 3 });
  const parts = await world.db.selectFrom('client_merge_part').selectAll().where('found_in', '=', 'attendance').execute();
  expect(parts.at(-1)?.moved).toHaveLength(3);
});

test('the pages of the surviving chart show it all, and the old address leads there', async () => {
  const { merged, surviving, adjustmentId } = await twoCharts();
  const { chartNumber } = (await comparedCharts(world, surviving, merged)).merged;
  await mergeCharts(world, surviving, merged, { otherVersion: 2 });
  const page = await (await world.as('therapist').get(`/clients/${merged}`)).json();
  expect(page).toMatchObject({ client: { clientId: surviving }, journey: { adjustments: [{ id: adjustmentId, number: 1 }] } });
  const record = await (await world.as('therapist').get(`/clients/${merged}/record`)).json();
  expect(record).toMatchObject({ clientId: surviving, merged: [{ chartNumber, by: 'therapist of North' }] });
  expect((await world.as('therapist').get(`/clients/${merged}/adjustments/${adjustmentId}`)).status).toBe(200);
  const found = await (await world.as('tech').post('/clients/search', { text: chartNumber })).json();
  expect(found).toMatchObject({ clients: [{ clientId: surviving }], next: null });
});

test('the old number stays taken', async () => {
  const { merged, surviving } = await twoCharts();
  const { chartNumber } = (await comparedCharts(world, surviving, merged)).merged;
  await mergeCharts(world, surviving, merged, { otherVersion: 2 });
  const identity = {
    firstName: 'A',
    lastName: 'B',
    preferredName: null,
    pronouns: null,
    bornOn: null,
    language: null,
    interpreter: null,
    chartNumber,
  };
  const again = await world.as('therapist').post('/clients', { ...identity, programId: world.programId, contacts: [] });
  expect(await again.json()).toMatchObject({ code: 'input-invalid', fields: [{ field: 'chartNumber' }] });
});

test('a form that was open during the merge is stored on the surviving chart, once', async () => {
  const { merged, surviving } = await twoCharts();
  await mergeCharts(world, surviving, merged, { otherVersion: 2 });
  const key = { 'idempotency-key': randomUUID() };
  const contact = { method: 'phone', twoWay: true, note: 'We spoke.', at: '2026-11-23T13:00:00Z' };
  const send = () => world.as('therapist').post(`/clients/${merged}/contacts`, contact, key);
  expect([(await send()).status, (await send()).status]).toEqual([200, 200]);
  expect((await rowsOf(world, surviving))['contact']).toBe(1);
});

test('adjustments are numbered on after those of the surviving chart', async () => {
  const { merged } = await twoCharts();
  const surviving = (await aCase(world)).clientId;
  await mergeCharts(world, surviving, merged, { otherVersion: 2 });
  const rows = await world.db.selectFrom('adjustment').select('number').where('client_id', '=', surviving).orderBy('number').execute();
  expect(rows.map(({ number }) => number)).toEqual([1, 2]);
});

test('a chain of merges leads every old address to the surviving chart', async () => {
  const [one, two, three] = [await twoCharts(), await aClient(world), await aClient(world)];
  await closed(two.clientId);
  await closed(one.surviving);
  expect((await mergeCharts(world, two.clientId, one.surviving)).status).toBe(200);
  expect((await mergeCharts(world, three.clientId, two.clientId, { otherVersion: 2 })).status).toBe(200);
  const record = await (await world.as('therapist').get(`/clients/${one.surviving}/record`)).json();
  expect(record).toMatchObject({ clientId: three.clientId });
  expect((record as { merged: unknown[] }).merged).toHaveLength(2);
});

test('both clients are named in the event, and the merge in one row that can’t be changed', async () => {
  const { merged, surviving } = await twoCharts();
  await mergeCharts(world, surviving, merged, { otherVersion: 2 });
  const events = await world.db.selectFrom('audit_event').selectAll().where('action', '=', 'clients.merge').orderBy('seq').execute();
  expect(events.at(-1)).toMatchObject({ kind: 'write', client_ids: [surviving, merged] });
  await expect(world.db.updateTable('client_merge').set({ why: 'x' }).where('merged_id', '=', merged).execute()).rejects.toThrow(
    /keeps every row/,
  );
});

test('sent twice, it is done once', async () => {
  const { merged, surviving } = await twoCharts();
  const key = randomUUID();
  const answers = [
    await mergeCharts(world, surviving, merged, { otherVersion: 2, key }),
    await mergeCharts(world, surviving, merged, { otherVersion: 2, key }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
});
