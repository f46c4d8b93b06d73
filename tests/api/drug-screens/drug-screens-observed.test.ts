import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { OutputOf } from '#contract/endpoint.ts';
import type { Contract } from '#contract/index.ts';
import { day } from '#domain/calendar/calendar.ts';
import { watching } from '#kit/breath.ts';
import { aClient } from '#kit/clients.ts';
import { aLog, aPanel, aRow, aSession, aSlot } from '#kit/sessions.ts';
import { anOrganization, worldOfFile } from '#kit/world.ts';

let panelId: string;
let sessionId: string;
let clientId: string;
let slotId: string;
let foreignId: string;
let goneId: string;

const world = worldOfFile();

beforeAll(async () => {
  panelId = await aPanel(world);
  await watching(world);
  foreignId = (await anOrganization(world.db, 'Far South')).staff.tech.staffId;
  const gone = {
    organization_id: world.organizationId,
    name: 'G. Moss',
    role: 'tech' as const,
    user_id: null,
    ended_on: day('2026-10-31'),
  };
  goneId = (await world.db.insertInto('staff').values(gone).returning('id').executeTakeFirstOrThrow()).id;
});
beforeEach(async () => {
  sessionId = await aSession(world);
  clientId = (await aClient(world)).clientId;
  slotId = await aSlot(world, clientId, sessionId);
});

const save = (wanted: Readonly<Record<string, unknown>>) =>
  world.as('tech').post(`/sessions/${sessionId}/results`, aLog(panelId, [aRow(clientId, slotId, wanted)]));
const log = async () =>
  (await (await world.as('tech').get(`/sessions/${sessionId}/results`)).json()) as OutputOf<Contract['drugScreens']['cupLog']>;
const stored = () =>
  world.db
    .selectFrom('screen')
    .select(['id', 'observed', 'observed_by'])
    .where('client_id', '=', clientId)
    .orderBy('received_at')
    .execute();
const amend = (screenId: string, changes: unknown) =>
  world.as('therapist').post(`/screens/${screenId}/amendments`, { because: 'misread-strip', changes });

test('who watched is stored with the cup, and the log shows it by name', async () => {
  const observedBy = world.staff.therapist.staffId;
  expect((await save({ observed: true, observedBy })).status).toBe(200);
  expect(await stored()).toMatchObject([{ observed: true, observed_by: observedBy }]);
  expect((await log()).rows).toMatchObject([{ recorded: { observed: true, observedBy: { id: observedBy, name: 'therapist of North' } } }]);
});

test.each([
  ['not observed stays not observed', { observed: false }, false],
  ['nothing said stays not said', {}, null],
  ['not said is not said by null either', { observed: null, observedBy: null }, null],
])('%s', async (_, wanted, observed) => {
  await save(wanted);
  expect(await stored()).toMatchObject([{ observed, observed_by: null }]);
});

test('the log lists who may have watched, without those who had left, and nothing of it where the program doesn’t watch', async () => {
  expect((await log()).observers?.map(({ name }) => name)).toEqual([
    'administrator of North',
    'director of North',
    'tech of North',
    'therapist of North',
  ]);
  await world.db.updateTable('organization').set({ settings: '{}' }).where('id', '=', world.organizationId).execute();
  expect((await log()).observers).toBeNull();
  await watching(world);
});

test.each([
  ['somebody whom nobody knows', () => ({ observed: true, observedBy: randomUUID() }), 'rows.0.observedBy', /nobody of this id/],
  ['somebody of another organization', () => ({ observed: true, observedBy: foreignId }), 'rows.0.observedBy', /nobody of this id/],
  ['somebody who had left', () => ({ observed: true, observedBy: goneId }), 'rows.0.observedBy', /left on 31 Oct 2026/],
  ['an observer without observation', () => ({ observedBy: world.staff.tech.staffId }), 'rows.0.observedBy', /not marked as observed/],
  ['observation without an observer', () => ({ observed: true }), 'rows.0.observedBy', /Say who observed/],
  [
    'an observer of no cup',
    () => ({ outcome: 'declined', temperatureInRange: null, observed: true, observedBy: world.staff.tech.staffId }),
    'rows.0.observed',
    /no cup/,
  ],
])('%s is refused, with the fix', async (_, wanted, field, message) => {
  const response = await save(wanted());
  expect([response.status, await response.json()]).toMatchObject([400, { fields: [{ field, message: expect.stringMatching(message) }] }]);
  expect(await stored()).toEqual([]);
});

test('a correction can say who watched, and a cup that was none is watched by nobody', async () => {
  await save({});
  const [first] = await stored();
  const observedBy = world.staff.tech.staffId;
  const named = await amend(first?.id ?? '', { observed: true, observedBy });
  expect(named.status).toBe(200);
  const { screenId } = await named.json();
  expect((await stored()).find(({ id }) => id === screenId)).toMatchObject({ observed: true, observed_by: observedBy });

  const refused = await amend(screenId, { observedBy: goneId });
  expect([refused.status, await refused.json()]).toMatchObject([400, { fields: [{ field: 'changes.observedBy' }] }]);
  const none = await (await amend(screenId, { outcome: 'not-collected' })).json();
  expect((await stored()).find(({ id }) => id === none.screenId)).toMatchObject({ observed: null, observed_by: null });
});
