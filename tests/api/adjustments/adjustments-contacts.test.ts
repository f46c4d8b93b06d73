import { expect, test } from 'vitest';
import { day } from '#domain/calendar/calendar.ts';
import { aCase, aSignature, aTalk, bodyOf, post } from '#kit/adjustments.ts';
import { aClient } from '#kit/clients.ts';
import { worldOfFile } from '#kit/world.ts';

const world = worldOfFile();

const attempt = (over = {}) => ({ method: 'phone', twoWay: false, at: 'now', ...over });
const log = async (clientId: string, over = {}, who: 'therapist' | 'tech' | 'administrator' = 'therapist') =>
  post(world, who, `/clients/${clientId}/contacts`, attempt(over));

test('three attempts by two methods on two days turn the row into reaching out', async () => {
  const { clientId } = await aClient(world);
  expect(await bodyOf(await log(clientId, { at: '2026-11-21T15:00:00Z' }))).toMatchObject({ attempts: 1, reachingOut: false });
  expect(await bodyOf(await log(clientId, { method: 'voicemail', at: '2026-11-21T15:05:00Z', note: 'Asked to call back' }))).toMatchObject({
    attempts: 2,
    reachingOut: false,
  });
  expect(await bodyOf(await log(clientId))).toMatchObject({ attempts: 3, reachingOut: true });
});

test('a conversation starts the count again', async () => {
  const { clientId } = await aClient(world);
  await log(clientId, { at: '2026-11-21T15:00:00Z' });
  expect(await bodyOf(await log(clientId, { twoWay: true }))).toMatchObject({ attempts: 0, reachingOut: false });
});

test.each(['voicemail', 'letter'])('a %s is never two-way', async (method) => {
  const { clientId } = await aClient(world);
  expect(await bodyOf(await log(clientId, { method, twoWay: true }))).toMatchObject({
    code: 'input-invalid',
    fields: [{ field: 'twoWay' }],
  });
});

test('an attempt can not be later than now', async () => {
  const { clientId } = await aClient(world);
  expect(await bodyOf(await log(clientId, { at: '2026-11-24T15:00:00Z' }))).toMatchObject({ fields: [{ field: 'at' }] });
});

test('an attempt leaves the adjustment waiting: only a conversation is one', async () => {
  const { clientId, page } = await aCase(world);
  await log(clientId, { method: 'voicemail' });
  expect(await page()).toMatchObject({ state: 'due', attempts: [{ method: 'voicemail', reached: false }], reachingOut: false });
});

test.each(['tech', 'administrator'] as const)('a %s logs none', async (who) => {
  const { clientId } = await aClient(world);
  expect((await log(clientId, {}, who)).status).toBe(403);
});

test('a client of nobody here is unknown', async () => {
  expect(await bodyOf(await log(crypto.randomUUID()))).toMatchObject({ code: 'client-unknown' });
});

test('whom on call was told is kept with the concern that was open, or as one of its own', async () => {
  const concerns = (clientId: string) =>
    world.db
      .selectFrom('safety_concern')
      .select(['trigger', 'notified', 'notified_at', 'recorded_by'])
      .where('client_id', '=', clientId)
      .execute();
  const notified = { safety: 'on-call-notified', notified: { who: 'Dr Lin, on call', at: '2026-11-23T13:50:00Z' } };
  const kept = { notified: 'Dr Lin, on call', notified_at: '2026-11-23T13:50:00.000Z', recorded_by: world.staff.therapist.staffId };

  const open = await aCase(world);
  await world.db
    .insertInto('safety_concern')
    .values({
      organization_id: world.organizationId,
      client_id: open.clientId,
      opened_at: world.clock.now.toISOString() as never,
      trigger: 'unexpected-opioid',
    })
    .execute();
  await open.send('talk', aTalk(notified), 1);
  expect(await concerns(open.clientId)).toEqual([{ trigger: 'unexpected-opioid', ...kept }]);
  expect((await open.send('signature', aSignature(world, { safety: 'on-call-notified' }), 2)).status).toBe(200);

  const quiet = await aCase(world);
  await quiet.send('talk', aTalk(notified), 1);
  expect(await concerns(quiet.clientId)).toEqual([{ trigger: 'concern', ...kept }]);
});

test('an adjustment may be started by hand, with clocks from now, and has no result to check', async () => {
  const { clientId } = await aClient(world);
  const started = await bodyOf(
    await post(world, 'therapist', `/clients/${clientId}/adjustments`, {
      trigger: 'own-report',
      about: 'Drank on Saturday, told me in group.',
    }),
  );
  expect(started).toMatchObject({ number: 1 });
  const at = `/clients/${clientId}/adjustments/${String(started['id'])}`;
  expect(await bodyOf(await world.as('therapist').get(at))).toMatchObject({
    trigger: 'own-report',
    event: null,
    mark: '_',
    state: 'due',
    talkDueAt: '2026-11-24T23:00:00.000Z',
  });
  const version = { 'if-match': '"1"' };
  expect(await bodyOf(await post(world, 'therapist', `${at}/talk`, aTalk(), version))).toMatchObject({ fields: [{ field: 'checked' }] });
  expect((await post(world, 'therapist', `${at}/talk`, aTalk({ checked: null }), version)).status).toBe(200);
  expect((await post(world, 'therapist', `/clients/${clientId}/adjustments`, { trigger: 'screen', about: 'No.' })).status).toBe(400);
});

test('where no episode is open there is no plan to change, and nothing is started', async () => {
  const { clientId } = await aClient(world);
  await world.db
    .updateTable('episode')
    .set({ closed_on: day('2026-11-20'), closed_because: 'completed' })
    .where('client_id', '=', clientId)
    .execute();
  const refused = await post(world, 'therapist', `/clients/${clientId}/adjustments`, { trigger: 'team', about: 'Asked by the team.' });
  expect([refused.status, await refused.json()]).toMatchObject([409, { code: 'episode-closed' }]);
  expect(await world.db.selectFrom('adjustment').select('id').where('client_id', '=', clientId).execute()).toEqual([]);
});
