import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { day } from '#domain/calendar/calendar.ts';
import { aClient } from '#kit/clients.ts';
import { aLog, aPanel, aRow, aSession, aSlot, noCup } from '#kit/sessions.ts';
import { anOrganization, worldOfFile } from '#kit/world.ts';

let panelId: string;
let sessionId: string;
let clientId: string;
let slotId: string;

const world = worldOfFile();

beforeAll(async () => {
  panelId = await aPanel(world);
});
beforeEach(async () => {
  sessionId = await aSession(world);
  clientId = (await aClient(world)).clientId;
  slotId = await aSlot(world, clientId, sessionId);
});

const save = (log: unknown, headers: Readonly<Record<string, string>> = {}, of = sessionId) =>
  world.as('tech').post(`/sessions/${of}/results`, log, headers);
const log = (wanted: Readonly<Record<string, unknown>> = {}, more: Readonly<Record<string, unknown>> = {}) =>
  aLog(panelId, [aRow(clientId, slotId, wanted)], more);
const stored = async () =>
  Number(
    (
      await world.db
        .selectFrom('screen')
        .select((eb) => eb.fn.countAll().as('n'))
        .where('session_id', '=', sessionId)
        .executeTakeFirstOrThrow()
    ).n,
  );

test('a wrong cup count saves nothing and names the difference', async () => {
  const response = await save(log({}, { cupsCounted: 2 }));
  expect(response.status).toBe(422);
  expect(await response.json()).toMatchObject({
    code: 'count-differs',
    detail: 'You read 2. 1 result is entered.',
    fields: [{ field: 'cupsCounted' }],
  });
  expect(await stored()).toBe(0);
});

test('one row that can’t be saves nothing of the others', async () => {
  const other = (await aClient(world)).clientId;
  const theirs = await aSlot(world, other, sessionId);
  const response = await save(aLog(panelId, [aRow(clientId, slotId), aRow(other, theirs, { noLine: ['ZZZ'] })]));
  expect(response.status).toBe(400);
  expect((await response.json()).fields).toMatchObject([{ field: 'rows.1.noLine' }]);
  expect(await stored()).toBe(0);
});

test.each<[string, Readonly<Record<string, unknown>>, Readonly<Record<string, unknown>>, string]>([
  ['a time that is still to come', { readAt: '2026-11-23T18:00:00Z' }, {}, 'rows.0.readAt'],
  ['a time of another day than the session', { readAt: '2026-11-21T18:00:00Z' }, {}, 'rows.0.readAt'],
  ['a lot past its date', {}, { lot: '3902' }, 'lot'],
  ['a lot that the panel doesn’t have', {}, { lot: '9' }, 'lot'],
  ['a panel that the program doesn’t have', {}, { panelId: randomUUID() }, 'panelId'],
  ['a cup without a panel', {}, { panelId: null }, 'panelId'],
  ['strips on a cup that is not valid', { noLine: ['COC'], notValid: 'leaked' }, {}, 'rows.0.noLine'],
  ['a strip said twice', { noLine: ['COC', 'COC'] }, {}, 'rows.0.noLine'],
  ['a temperature without a cup', { outcome: 'declined' }, { cupsCounted: 0 }, 'rows.0.outcome'],
  ['an outcome that doesn’t exist', { outcome: 'refused' }, { cupsCounted: 0 }, 'rows.0.outcome'],
  ['a finding that the reader was never asked for', { finding: 'as-expected' }, {}, 'rows.0.finding'],
  ['a slot of nobody', { slotId: randomUUID() }, {}, 'rows.0.slotId'],
  ['a row that is neither due nor a walk-in', { slotId: null }, {}, 'rows.0.clientId'],
])('%s is refused with its field', async (_, row, more, field) => {
  const response = await save(log(row, more));
  expect(response.status).toBe(400);
  expect((await response.json()).fields).toContainEqual(expect.objectContaining({ field, message: expect.stringMatching(/\w/) }));
  expect(await stored()).toBe(0);
});

test('more rows than a log can have are refused, and so is none', async () => {
  expect((await save(aLog(panelId, []))).status).toBe(400);
  expect(
    (
      await save(
        aLog(
          panelId,
          Array.from({ length: 101 }, () => aRow(clientId, slotId)),
        ),
      )
    ).status,
  ).toBe(400);
});

test('two rows for one client are refused', async () => {
  const response = await save(aLog(panelId, [aRow(clientId, slotId), noCup(clientId, slotId, 'declined')]));
  expect((await response.json()).fields).toMatchObject([{ field: 'rows.1.clientId' }]);
});

test('a cup before the episode was opened is refused', async () => {
  await world.db
    .updateTable('episode')
    .set({ opened_on: day('2026-11-23') })
    .where('client_id', '=', clientId)
    .execute();
  const response = await save(log());
  expect(response.status).toBe(400);
  expect((await response.json()).fields).toMatchObject([{ field: 'rows.0.clientId' }]);
});

test('a client whose episode is closed is refused', async () => {
  await world.db
    .updateTable('episode')
    .set({ closed_on: day('2026-11-20'), closed_because: 'completed' })
    .where('client_id', '=', clientId)
    .execute();
  const response = await save(log());
  expect(response.status).toBe(409);
  expect(await response.json()).toMatchObject({ code: 'episode-closed' });
  expect(await stored()).toBe(0);
});

test('the same client and day again asks whether it is a second specimen or a correction', async () => {
  await save(log());
  const response = await save(log());
  expect(response.status).toBe(409);
  expect(await response.json()).toMatchObject({
    code: 'duplicate',
    fields: [{ field: 'rows.0.clientId', message: expect.stringContaining('second specimen or a correction?') }],
  });
  expect(await stored()).toBe(1);
  const second = await save(aLog(panelId, [aRow(clientId, null, { secondSpecimen: true })]));
  expect(second.status).toBe(200);
  expect(await stored()).toBe(2);
});

test('a session that is still to come takes no results', async () => {
  const tomorrow = await aSession(world, { on: day('2026-11-24') });
  const slot = await aSlot(world, clientId, tomorrow, day('2026-11-24'));
  const response = await save(aLog(panelId, [aRow(clientId, slot)]), {}, tomorrow);
  expect(response.status).toBe(409);
  expect(await response.json()).toMatchObject({ code: 'wrong-state' });
});

test('the same key twice stores once, and answers the same', async () => {
  const headers = { 'idempotency-key': randomUUID() };
  const first = await save(log({ noLine: ['COC'] }), headers);
  const second = await save(log({ noLine: ['COC'] }), headers);
  expect(second.status).toBe(200);
  expect(await second.json()).toEqual(await first.json());
  expect(await stored()).toBe(1);
  expect((await save(log({ noLine: ['AMP'] }), headers)).status).toBe(422);
});

test('twenty identical posts at once store once', async () => {
  const headers = { 'idempotency-key': randomUUID() };
  const responses = await Promise.all(Array.from({ length: 20 }, () => save(log({ noLine: ['COC'] }), headers)));
  expect(responses.map(({ status }) => status)).toEqual(Array(20).fill(200));
  expect(await stored()).toBe(1);
  const opened = await world.db.selectFrom('adjustment').select('number').where('client_id', '=', clientId).execute();
  expect(opened).toEqual([{ number: 1 }]);
});

test('two sessions that save at once can’t open two answers to one finding', async () => {
  const other = await aSession(world, { on: day('2026-11-21') });
  const theirs = await aSlot(world, clientId, other, day('2026-11-21'));
  const both = await Promise.all([
    save(log({ noLine: ['COC'] })),
    save(aLog(panelId, [aRow(clientId, theirs, { noLine: ['COC'] })]), {}, other),
  ]);
  expect(both.map(({ status }) => status)).toEqual([200, 200]);
  const opened = await world.db.selectFrom('adjustment').select('number').where('client_id', '=', clientId).execute();
  expect(opened).toEqual([{ number: 1 }]);
});

test('another organization’s session is as unknown as one that doesn’t exist', async () => {
  const south = await anOrganization(world.db, `South ${randomUUID()}`);
  const theirs = await aSession({ db: world.db, ...south });
  for (const unknown of [theirs, randomUUID()]) {
    const response = await save(log(), {}, unknown);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ code: 'session-unknown' });
  }
});

test('another organization’s client is as unknown as one that doesn’t exist', async () => {
  const south = await anOrganization(world.db, `South ${randomUUID()}`);
  const theirs = await aClient(world, { ...south, therapistId: null });
  for (const unknown of [theirs.clientId, randomUUID()]) {
    const response = await save(aLog(panelId, [aRow(unknown, null, { walkIn: true })]));
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ code: 'client-unknown' });
  }
});

test('screens can be added and never changed or taken away, whoever asks', async () => {
  await save(log({ noLine: ['COC'] }));
  await expect(world.db.updateTable('screen').set({ outcome: 'excused' }).where('session_id', '=', sessionId).execute()).rejects.toThrow(
    'keeps every row',
  );
  await expect(world.db.deleteFrom('screen').where('session_id', '=', sessionId).execute()).rejects.toThrow('keeps every row');
  await expect(world.db.deleteFrom('analyte_result').execute()).rejects.toThrow('keeps every row');
});

test('an administrator and a stranger can’t save a log', async () => {
  expect((await world.as('administrator').post(`/sessions/${sessionId}/results`, log())).status).toBe(403);
  expect((await world.as(null).post(`/sessions/${sessionId}/results`, log())).status).toBe(401);
});
