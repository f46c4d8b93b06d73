import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { OutputOf } from '#contract/endpoint.ts';
import type { Contract } from '#contract/index.ts';
import { day } from '#domain/calendar/calendar.ts';
import { attended } from '#kit/attendance.ts';
import { aClient } from '#kit/clients.ts';
import { aGoal, aPhaseSpan, tookPhq9 } from '#kit/reviews.ts';
import { anOrganization, worldOfFile } from '#kit/world.ts';

let clientId: string;

const world = worldOfFile();

beforeEach(async () => {
  clientId = (await aClient(world)).clientId;
  await attended(world, [clientId], [day('2026-11-16'), day('2026-11-18'), day('2026-11-21')]);
});

const plan = { what: 'care-plan', about: null, on: '2026-11-23', summary: 'Gone through together.', nextOn: '2026-12-23' };
const record = (more: Readonly<Record<string, unknown>> = {}, of = clientId, headers = {}) =>
  world.as('therapist').post(`/clients/${of}/reviews`, { ...plan, ...more }, headers);
const page = async () =>
  (await (await world.as('therapist').get(`/clients/${clientId}/reviews`)).json()) as OutputOf<Contract['reviews']['ofClient']>;
const needs = async () =>
  ((await (await world.as('therapist').get(`/clients/${clientId}`)).json()) as OutputOf<Contract['clients']['page']>).needs;
const kinds = async () => (await needs()).map(({ kind, about }) => `${kind} ${about?.kind}`);
const spans = () =>
  world.db
    .selectFrom('phase_span')
    .select(['number', 'name', 'from_on', 'to_on', 'review_due_on', 'criteria'])
    .where('client_id', '=', clientId)
    .orderBy('number')
    .execute();

test('an instrument that is reliably worse is on Today until somebody has looked at it with the client', async () => {
  await tookPhq9(world, clientId, [
    ['2026-10-20', 7],
    ['2026-11-21', 15],
  ]);
  expect(await needs()).toMatchObject([{ kind: 'instrument', about: { kind: 'instrument', id: 'PHQ-9' } }]);
  expect((await page()).reviewables[0]).toMatchObject({
    title: 'PHQ-9',
    summary: ['15, moderately severe, on 21 Nov 2026.', 'PHQ-9 up 8 since 20 Oct, to 15.'],
  });
  expect((await record({ what: 'instrument', about: 'PHQ-9', on: '2026-11-20', nextOn: null })).status).toBe(200);
  expect(await kinds()).toEqual(['instrument instrument']);
  expect((await record({ what: 'instrument', about: 'PHQ-9', nextOn: null })).status).toBe(200);
  expect(await kinds()).toEqual([]);
});

test('a goal review may rate it, in the words of its levels, and agrees the next one', async () => {
  const { goalId } = await aGoal(world, clientId);
  expect(await kinds()).toEqual(['review goal']);
  expect((await page()).reviewables.find(({ kind }) => kind === 'goal')).toMatchObject({
    title: 'Goal 1 review: Part-time work',
    level: -1,
    summary: ['Rated -1 on 9 Nov 2026.'],
    levels: ['No plan', 'A plan', 'An interview', 'A trial day', 'A job'],
  });
  expect((await record({ what: 'goal', about: goalId, rating: 1 })).status).toBe(200);
  expect(await kinds()).toEqual([]);
  expect((await page()).past).toMatchObject([{ kind: 'goal', rating: 1, nextOn: '2026-12-23', by: 'therapist of North' }]);
  const again = await record({ what: 'goal', about: goalId, rating: 2 });
  expect([again.status, await again.json()]).toMatchObject([409, { fields: [{ field: 'rating' }] }]);
});

test('a phase review that stays agrees the next one and keeps what was found met', async () => {
  const phaseId = await aPhaseSpan(world, clientId, { number: 2, from: day('2026-10-05'), reviewOn: day('2026-11-25') });
  expect(await kinds()).toEqual(['review phase']);
  expect((await page()).reviewables.find(({ kind }) => kind === 'phase')?.openCriteria).toEqual([{ code: '2.2', label: 'Plan 2 written' }]);
  expect((await record({ what: 'phase', about: phaseId, decision: 'stay', criteriaMet: ['2.2', '2.1'] })).status).toBe(200);
  expect(await kinds()).toEqual([]);
  expect(await spans()).toMatchObject([
    { number: 2, to_on: null, review_due_on: '2026-12-23', criteria: [{ metOn: null }, { metOn: '2026-11-23' }] },
  ]);
});

test('a phase review that moves on ends the phase and starts the next as the program writes it', async () => {
  const other = (await aClient(world)).clientId;
  await aPhaseSpan(world, other, { number: 3, from: day('2026-09-01') });
  const phaseId = await aPhaseSpan(world, clientId, { number: 2, from: day('2026-10-05'), reviewOn: day('2026-11-25') });
  expect((await page()).reviewables.find(({ kind }) => kind === 'phase')?.next).toEqual({ number: 3, name: 'Phase name 3' });
  expect((await record({ what: 'phase', about: phaseId, decision: 'move-on' })).status).toBe(200);
  expect(await spans()).toMatchObject([
    { number: 2, to_on: '2026-11-22', review_due_on: null },
    { number: 3, name: 'Phase name 3', from_on: '2026-11-23', to_on: null, review_due_on: '2026-12-23', criteria: [{}, { metOn: null }] },
  ]);
  const stale = await record({ what: 'phase', about: phaseId, decision: 'stay' });
  expect([stale.status, (await stale.json()).code]).toEqual([409, 'wrong-state']);
});

test('of two who move somebody on at once, one moves them, and only by one phase', async () => {
  const phaseId = await aPhaseSpan(world, clientId, { number: 1, from: day('2026-10-05') });
  const both = await Promise.all([1, 2].map(() => record({ what: 'phase', about: phaseId, decision: 'move-on' })));
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  expect((await spans()).map(({ number }) => number)).toEqual([1, 2]);
});

test('the care plan is due 30 days after its last signature, and a review agrees the day after that', async () => {
  await record({ on: '2026-11-20', nextOn: '2026-11-27' });
  expect(await needs()).toMatchObject([{ kind: 'review', about: { kind: 'care-plan', id: null } }]);
  await record({});
  expect(await kinds()).toEqual([]);
  await record({ what: 'continuing-care', nextOn: '2026-11-25' });
  expect(await kinds()).toEqual(['review continuing-care']);
});

describe('what is refused, with the fix', () => {
  test.each<[string, Readonly<Record<string, unknown>>, string]>([
    ['a review to come', { on: '2026-11-24', nextOn: '2026-12-30' }, 'on'],
    ['a review before care', { on: '2026-06-01' }, 'on'],
    ['no next review', { nextOn: null }, 'nextOn'],
    ['a next review that is past', { nextOn: '2026-11-23' }, 'nextOn'],
    ['a rating of the plan', { rating: 1 }, 'rating'],
    ['a rating beyond the scale', { what: 'goal', about: randomUUID(), rating: 3 }, 'rating'],
    ['a decision without a phase', { decision: 'stay' }, 'decision'],
    ['a phase review that decides nothing', { what: 'phase', about: randomUUID() }, 'decision'],
    ['a way back', { what: 'phase', about: randomUUID(), decision: 'back' }, 'decision'],
    ['an instrument that was never taken', { what: 'instrument', about: 'GAD-7' }, 'about'],
    ['a goal that nobody has', { what: 'goal', about: randomUUID() }, 'about'],
    ['a goal by a word', { what: 'goal', about: 'work' }, 'about'],
    ['criteria of a plan', { criteriaMet: ['1.1'] }, 'criteriaMet'],
    ['no sentence', { summary: ' ' }, 'summary'],
    ['a field that nobody has', { safe: true }, 'safe'],
  ])('%s', async (_, more, field) => {
    const response = await record(more);
    expect([response.status, await response.json()]).toMatchObject([400, { fields: [{ field }] }]);
    expect((await page()).past).toEqual([]);
  });

  test('moving on from the last phase, and on the day a phase began', async () => {
    const last = await aPhaseSpan(world, clientId, { number: 4, from: day('2026-10-05') });
    const beyond = await record({ what: 'phase', about: last, decision: 'move-on' });
    expect([beyond.status, await beyond.json()]).toMatchObject([400, { fields: [{ field: 'decision' }] }]);
    const began = await record({ what: 'phase', about: last, decision: 'move-on', on: '2026-10-05' });
    expect(began.status).toBe(400);
  });

  test('a foreign client and an unknown one alike, a closed episode, and whoever reads cups', async () => {
    const south = await anOrganization(world.db, 'Far South');
    const { clientId: foreign } = await aClient(world, {
      organizationId: south.organizationId,
      programId: south.programId,
      therapistId: null,
    });
    const [one, two] = await Promise.all([record({}, foreign), record({}, randomUUID())]);
    expect(await one.json()).toEqual(await two.json());
    expect([one.status, two.status]).toEqual([404, 404]);
    expect((await world.as('tech').get(`/clients/${clientId}/reviews`)).status).toBe(403);
    await world.db
      .updateTable('episode')
      .set({ closed_on: day('2026-11-20'), closed_because: 'completed' })
      .where('client_id', '=', clientId)
      .execute();
    expect((await record()).status).toBe(409);
  });
});

test('a repeat with the same key is stored once, and each answer names the client in one event', async () => {
  const headers = { 'idempotency-key': randomUUID() };
  const [first, again] = [await record({}, clientId, headers), await record({}, clientId, headers)];
  expect(await again.json()).toEqual(await first.json());
  expect((await page()).past).toHaveLength(1);
  const events = await world.db
    .selectFrom('audit_event')
    .select(['action', 'kind', 'client_ids'])
    .where('action', 'like', 'reviews.%')
    .orderBy('seq')
    .execute();
  expect(events.filter(({ client_ids }) => client_ids.includes(clientId)).map(({ action, kind }) => `${action} ${kind}`)).toEqual([
    'reviews.record write',
    'reviews.ofClient read',
  ]);
});
