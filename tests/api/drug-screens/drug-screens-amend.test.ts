import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { day } from '#domain/calendar/calendar.ts';
import { defaultSettings } from '#domain/programs/settings.ts';
import { screensOf } from '#server/drug-screens/client-screens.rows.ts';
import { aClient } from '#kit/clients.ts';
import { aLog, aPanel, aRow, aSession, aSlot, moment, takes } from '#kit/sessions.ts';
import { anOrganization, type World, worldOfFile } from '#kit/world.ts';

let panelId: string;
let sessionId: string;
let clientId: string;

const world = worldOfFile();

beforeAll(async () => {
  panelId = await aPanel(world);
});
beforeEach(async () => {
  sessionId = await aSession(world);
  clientId = (await aClient(world)).clientId;
});

async function aScreen(noLine: readonly string[], wanted: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const slotId = await aSlot(world, clientId, sessionId);
  await world.as('tech').post(`/sessions/${sessionId}/results`, aLog(panelId, [aRow(clientId, slotId, { noLine, ...wanted })]));
  return (await world.db.selectFrom('screen').select('id').where('client_id', '=', clientId).executeTakeFirstOrThrow()).id;
}

const amend = (
  screenId: string,
  changes: unknown,
  because = 'misread-strip',
  who: Parameters<World['as']>[0] = 'therapist',
  more: Readonly<Record<string, unknown>> = {},
) => world.as(who).post(`/screens/${screenId}/amendments`, { because, changes, ...more });
const adjustments = (of = clientId) =>
  world.db.selectFrom('adjustment').selectAll().where('client_id', '=', of).orderBy('number').execute();
const events = async (of = clientId) =>
  (
    await screensOf({ db: world.db, now: moment(world.clock.now.toISOString()), zone: 'America/Chicago', settings: defaultSettings }, [of])
  ).get(of) ?? [];

test('a misread strip is put right by another row: both stay, and the adjustment that rested on it is amended', async () => {
  const first = await aScreen(['COC']);
  const response = await amend(first, { noLine: [] });
  expect(response.status).toBe(200);
  const { screenId } = await response.json();
  const rows = await world.db
    .selectFrom('screen')
    .select(['id', 'amends_id', 'amended_because'])
    .where('client_id', '=', clientId)
    .orderBy('amends_id', (order) => order.asc().nullsFirst())
    .execute();
  expect(rows).toEqual([
    { id: first, amends_id: null, amended_because: null },
    { id: screenId, amends_id: first, amended_because: 'misread-strip' },
  ]);
  expect(await adjustments()).toMatchObject([{ number: 1, amended_at: '2026-11-23T14:02:00.000Z', version: 2 }]);
  expect(await events()).toMatchObject([{ id: screenId, mark: 'E', adjustmentId: null }]);
  expect(await world.db.selectFrom('screen_reading').select('screen_id').where('client_id', '=', clientId).execute()).toEqual([
    { screen_id: screenId },
  ]);
});

test('an adjustment that still has a cause stands, about what is left', async () => {
  const first = await aScreen(['COC', 'AMP']);
  await amend(first, { noLine: ['COC'] });
  expect(await adjustments()).toMatchObject([{ number: 1, analytes: ['COC'], amended_at: null }]);
  expect(await events()).toMatchObject([{ mark: 'U!', response: 'due', adjustmentId: (await adjustments())[0]?.id }]);
});

test('a strip that was overlooked joins the adjustment of its own event', async () => {
  const first = await aScreen(['COC']);
  await amend(first, { noLine: ['COC', 'AMP'] });
  expect(await adjustments()).toMatchObject([{ number: 1, analytes: ['COC', 'AMP'], amended_at: null }]);
});

test('a strip that was overlooked on an event without an answer opens one', async () => {
  await amend(await aScreen([]), { noLine: ['FEN'] });
  expect(await adjustments()).toMatchObject([{ number: 1, analytes: ['FEN'], opened_at: '2026-11-23T14:02:00.000Z' }]);
  const concerns = await world.db.selectFrom('safety_concern').select('trigger').where('client_id', '=', clientId).execute();
  expect(concerns).toEqual([{ trigger: 'unexpected-opioid' }]);
});

test('a safety clock whose result was corrected says so, and runs until a check is signed', async () => {
  const why = async () => {
    const shown = (await (await world.as('therapist').get(`/clients/${clientId}`)).json()) as { needs: { kind: string; why: string }[] };
    return shown.needs.filter(({ kind }) => kind === 'safety').map((need) => need.why);
  };
  const corrected =
    /was corrected since and would start nothing now\. The clock runs until the check is signed\. Who did you tell, and when\?/;
  const first = await aScreen(['FEN']);
  expect(await why()).toEqual([expect.not.stringMatching(corrected)]);
  const second = (await (await amend(first, { noLine: [] })).json()) as { screenId: string };
  expect(await why()).toEqual([expect.stringMatching(corrected)]);
  const { concerns } = (await (await world.as('therapist').get(`/clients/${clientId}/safety-concerns`)).json()) as {
    concerns: { corrected: string | null; closed: object | null }[];
  };
  expect(concerns).toMatchObject([{ corrected: expect.stringMatching(/was corrected since/), closed: null }]);
  // Corrected back, it is what it was.
  await amend(second.screenId, { noLine: ['FEN'] });
  expect(await why()).toEqual([expect.not.stringMatching(corrected)]);
});

test('a laboratory confirms in place, and the clock is not started again', async () => {
  const first = await aScreen(['COC']);
  const { screenId } = await (await amend(first, { results: [{ analyte: 'COC', result: 'confirmed-positive' }] }, 'lab-correction')).json();
  expect(await events()).toMatchObject([{ id: screenId, mark: 'U!', presumptive: false }]);
  expect(await adjustments()).toMatchObject([{ number: 1, opened_at: '2026-11-23T14:02:00.000Z', amended_at: null }]);
});

test('what a laboratory does not confirm restates the event, and its adjustment is amended', async () => {
  const first = await aScreen(['COC']);
  await amend(first, { results: [{ analyte: 'COC', result: 'not-confirmed' }] }, 'lab-correction');
  expect(await events()).toMatchObject([{ mark: 'E' }]);
  expect((await adjustments())[0]?.amended_at).not.toBeNull();
});

test('the wrong client: the result moves, with what that client should have shown, and the first one is cleared', async () => {
  const other = (await aClient(world, { firstName: 'Noor' })).clientId;
  await takes(world, other, 'buprenorphine', day('2026-07-24'));
  const theirs = await aSlot(world, other, sessionId);
  const first = await aScreen(['BUP']);
  await amend(first, { clientId: other }, 'wrong-client');
  expect(await adjustments()).toMatchObject([{ amended_at: expect.any(String) }]);
  expect(await adjustments(other)).toEqual([]);
  expect(await events(other)).toMatchObject([{ mark: 'E', scheduled: true }]);
  const moved = await world.db.selectFrom('screen').select('slot_id').where('client_id', '=', other).execute();
  expect(moved).toEqual([{ slot_id: theirs }]);
  // The first client's own slot is open again.
  expect(await events()).toEqual([]);
});

test('the wrong date: what was expected is worked out for the right day', async () => {
  await takes(world, clientId, 'buprenorphine', day('2026-11-21'));
  const first = await aScreen(['BUP']);
  await amend(first, { collectedOn: '2026-11-19' }, 'wrong-date');
  expect(await events()).toMatchObject([{ on: '2026-11-19', mark: 'U!' }]);
});

test('a strip that is put right keeps what was expected of the others, whatever the medication list says by now', async () => {
  await takes(world, clientId, 'buprenorphine', day('2026-07-24'));
  const first = await aScreen(['BUP', 'COC']);
  await world.db
    .updateTable('medication')
    .set({ started_on: day('2026-11-01'), ended_on: day('2026-11-02') })
    .where('client_id', '=', clientId)
    .execute();
  await amend(first, { noLine: ['BUP'] });
  expect((await events())[0]?.analytes.find(({ analyte }) => analyte === 'BUP')).toMatchObject({
    finding: 'consistent-with-medication',
    because: { rule: 'taken', name: 'buprenorphine', dose: '12 mg', startedOn: '2026-07-24' },
  });
});

test('a declined cup that was handed over after all is read on its panel', async () => {
  const slotId = await aSlot(world, clientId, sessionId);
  await world
    .as('tech')
    .post(
      `/sessions/${sessionId}/results`,
      aLog(panelId, [aRow(clientId, slotId, { outcome: 'declined', temperatureInRange: null })], { panelId: null, lot: null }),
    );
  const { id } = await world.db.selectFrom('screen').select('id').where('client_id', '=', clientId).executeTakeFirstOrThrow();
  const response = await amend(id, { outcome: 'collected', panelId, lot: '4471', noLine: ['THC'], temperatureInRange: true });
  expect(response.status).toBe(200);
  expect(await events()).toMatchObject([{ outcome: 'collected', mark: 'U!' }]);
});

test('the reader of a cup may correct it, another reader may not', async () => {
  const first = await aScreen(['COC']);
  const { id } = await world.db
    .insertInto('staff')
    .values({ organization_id: world.organizationId, name: 'Other tech', role: 'tech', user_id: null, ended_on: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  await world.db
    .insertInto('staff_program')
    .values({ organization_id: world.organizationId, staff_id: id, program_id: world.programId })
    .execute();
  const other = { organizationId: world.organizationId, staffId: id, name: 'Other tech', role: 'tech' } as const;
  expect((await amend(first, { noLine: [] }, 'misread-strip', other)).status).toBe(403);
  const own = await amend(first, { noLine: [] }, 'misread-strip', 'tech');
  expect(Object.keys(await own.json())).toEqual(['screenId']);
});

test('an entry that somebody corrected already is stale', async () => {
  const first = await aScreen(['COC']);
  await amend(first, { noLine: [] });
  const second = await amend(first, { noLine: ['AMP'] });
  expect(second.status).toBe(412);
  expect(await second.json()).toMatchObject({ code: 'stale' });
});

test('the same key twice amends once', async () => {
  const first = await aScreen(['COC']);
  const headers = { 'idempotency-key': randomUUID() };
  const body = { because: 'misread-strip', changes: { noLine: [] } };
  const [one, two] = [
    await world.as('therapist').post(`/screens/${first}/amendments`, body, headers),
    await world.as('therapist').post(`/screens/${first}/amendments`, body, headers),
  ];
  expect(await two.json()).toEqual(await one.json());
  expect(await world.db.selectFrom('screen').select('id').where('amends_id', '=', first).execute()).toHaveLength(1);
});

test.each<[string, unknown, string, Readonly<Record<string, unknown>>, string]>([
  ['another reason without its words', { noLine: [] }, 'other', {}, 'words'],
  ['a correction that corrects nothing', { noLine: ['COC'] }, 'misread-strip', {}, 'changes'],
  ['a day that is still to come', { collectedOn: '2026-12-24' }, 'wrong-date', {}, 'changes.collectedOn'],
  ['a day before the episode', { collectedOn: '2025-12-24' }, 'wrong-date', {}, 'changes.collectedOn'],
  ['a field that nobody has', { finding: 'as-expected' }, 'misread-strip', {}, 'changes.finding'],
])('%s is refused with its field', async (_, changes, because, more, field) => {
  const response = await amend(await aScreen(['COC']), changes, because, 'therapist', more);
  expect(response.status).toBe(400);
  expect((await response.json()).fields).toMatchObject([{ field }]);
});

test('a foreign screen is as unknown as one that doesn’t exist', async () => {
  const first = await aScreen(['COC']);
  const south = await anOrganization(world.db, `South ${randomUUID()}`);
  for (const [id, who] of [
    [first, south.staff.therapist],
    [randomUUID(), 'therapist'],
  ] as const) {
    const response = await amend(id, { noLine: [] }, 'misread-strip', who);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ code: 'client-unknown' });
  }
});

test('one event names both clients of a correction', async () => {
  const other = (await aClient(world)).clientId;
  const response = await amend(await aScreen(['COC']), { clientId: other }, 'wrong-client');
  const found = await world.db
    .selectFrom('audit_event')
    .selectAll()
    .where('request_id', '=', response.headers.get('x-request-id') ?? '')
    .execute();
  expect(found).toMatchObject([{ action: 'drugScreens.amend', kind: 'write' }]);
  expect(found[0]?.client_ids.toSorted()).toEqual([clientId, other].toSorted());
});
