import { expect, test } from 'vitest';
import { day } from '#domain/calendar/calendar.ts';
import { seen } from '#kit/adjustments.ts';
import { madeBy, refusalOf } from '#kit/care.ts';
import { aClient } from '#kit/clients.ts';
import { sessionOn } from '#kit/cohort.ts';
import { needingToday } from '#kit/today.ts';
import { worldOfFile } from '#kit/world.ts';

const world = worldOfFile();

const terms = {
  payer: 'Prairie Mutual',
  number: 'PM-1',
  unit: 'days',
  quantity: 12,
  from: '2026-11-01',
  to: '2026-11-24',
  nextReviewOn: null,
};
const add = (clientId: string, over: object = {}) =>
  world.as('therapist').post(`/clients/${clientId}/authorizations`, { ...terms, ...over });
const needsOf = async (clientId: string) => {
  const clients = await needingToday(world);
  return (clients.find((row) => row.clientId === clientId)?.needs ?? [])
    .filter(({ kind }) => kind === 'authorization')
    .map(({ why }) => why);
};
type Care = { authorizations: { used: number; left: number; reviews: { on: string; nextOn: string | null }[] }[]; uncovered: string[] };
const careOf = async (clientId: string) => (await (await world.as('therapist').get(`/clients/${clientId}/care`)).json()) as Care;

test('what is used and left is worked out from delivered care, and care without an authorization is shown', async () => {
  const client = await aClient(world);
  for (const on of ['2026-10-30', '2026-11-03', '2026-11-05']) await sessionOn(world, client, day(on));
  await sessionOn(world, client, day('2026-11-06'), { hours: 2 });
  await add(client.clientId);
  const care = await careOf(client.clientId);
  expect(care.authorizations.map(({ used, left }) => [used, left])).toEqual([[2, 10]]);
  expect(care.uncovered).toEqual(['2026-10-30']);
});

test('a review that was made takes the client off Today until the next one is near', async () => {
  const client = await aClient(world);
  await sessionOn(world, client, day('2026-11-21'));
  const id = await madeBy(await add(client.clientId));
  expect(await needsOf(client.clientId)).toEqual(['Authorization ends Tue: 11 of 12 days left.']);
  const review = (version: number, over: object = {}) =>
    world
      .as('therapist')
      .post(
        `/clients/${client.clientId}/authorizations/${id}/reviews`,
        { reviewedOn: '2026-11-23', nextReviewOn: null, needsNoMore: true, ...over },
        seen(version),
      );
  expect(await refusalOf(await review(1, { reviewedOn: '2026-11-24' }))).toEqual([400, 'input-invalid', 'reviewedOn']);
  expect(await refusalOf(await review(1, { nextReviewOn: '2026-11-25', needsNoMore: false }))).toEqual([
    400,
    'input-invalid',
    'nextReviewOn',
  ]);
  expect(await refusalOf(await review(1, { nextReviewOn: '2026-11-24' }))).toEqual([400, 'input-invalid', 'nextReviewOn']);
  expect((await review(1)).status).toBe(200);
  expect(await needsOf(client.clientId)).toEqual([]);
  expect(await refusalOf(await review(1))).toEqual([412, 'stale']);
  expect((await careOf(client.clientId)).authorizations[0]?.reviews.map(({ on, nextOn }) => [on, nextOn])).toEqual([['2026-11-23', null]]);
});

test('an authorization that follows on clears the row, and one that shares a day of the same payer is refused with the day to begin', async () => {
  const client = await aClient(world);
  await sessionOn(world, client, day('2026-11-21'));
  await add(client.clientId);
  const next = { number: 'PM-2', from: '2026-11-24', to: '2026-12-23' };
  const refused = await add(client.clientId, next);
  expect(JSON.stringify(await refused.json())).toContain('Begin this one on 25 Nov 2026');
  expect((await add(client.clientId, { ...next, payer: 'Another payer' })).status).toBe(200);
  expect((await add(client.clientId, { ...next, from: '2026-11-25' })).status).toBe(200);
  expect(await needsOf(client.clientId)).toEqual([]);
});

test.each<[string, object, string]>([
  ['an end before the start', { to: '2026-10-31' }, 'to'],
  ['half a day', { quantity: 1.5 }, 'quantity'],
  ['nothing authorized', { quantity: 0 }, 'quantity'],
  ['a review after the end', { nextReviewOn: '2026-11-25' }, 'nextReviewOn'],
  ['a unit that no payer counts', { unit: 'weeks' }, 'unit'],
  ['what is used, which nobody enters', { used: 3 }, 'used'],
])('%s is refused by the name of the field', async (_, over, field) => {
  const { clientId } = await aClient(world);
  expect(await refusalOf(await add(clientId, over))).toEqual([400, 'input-invalid', field]);
});

test('terms are edited by version', async () => {
  const { clientId } = await aClient(world);
  const id = await madeBy(await add(clientId));
  const edit = (version: number) =>
    world.as('therapist').post(`/clients/${clientId}/authorizations/${id}`, { ...terms, unit: 'hours', quantity: 36.5 }, seen(version));
  expect((await edit(1)).status).toBe(200);
  expect(await refusalOf(await edit(1))).toEqual([412, 'stale']);
});
