import { beforeAll, expect, test } from 'vitest';
import { day } from '#domain/calendar/calendar.ts';
import type { Role } from '#domain/people/roles.ts';
import type { Actor } from '#server/access/actor.ts';
import { aCase, aScreen, aTalk, bodyOf, seen, post, addressOf } from '#kit/adjustments.ts';
import { aClient } from '#kit/clients.ts';
import { aLog, aPanel, aRow, aSession, aSlot, strips } from '#kit/sessions.ts';
import { anOrganization, worldOfFile } from '#kit/world.ts';

const world = worldOfFile();
let elsewhere: Actor;
let southern: Actor;

beforeAll(async () => {
  const organization_id = world.organizationId;
  const { id: program_id } = await world.db
    .insertInto('program')
    .values({ organization_id, name: 'Evening IOP' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const { id: staff_id } = await world.db
    .insertInto('staff')
    .values({ organization_id, name: 'Director of evenings', role: 'director', user_id: null, ended_on: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  await world.db.insertInto('staff_program').values({ organization_id, staff_id, program_id }).execute();
  elsewhere = { organizationId: organization_id, staffId: staff_id, name: 'Director of evenings', role: 'director' };
  southern = (await anOrganization(world.db, 'South')).staff.director;
});

type Line = { analyte: string; answer: string; value?: unknown; unit?: string; cutoff?: unknown };
const report = (screenId: string, lines: readonly Line[], more: object = {}, who: Role | Actor = 'tech') =>
  world.as(who).post(`/screens/${screenId}/lab-results`, { collectedOn: '2026-11-21', lines, ...more });

const notConfirmed: readonly Line[] = [{ analyte: 'COC', answer: 'not-confirmed', value: 12, unit: 'ng/mL', cutoff: 100 }];

type Queue = { specimens: { screenId: string; sent: boolean; analytes: object[] }[]; next: string | null };
async function queue(search = '', who: Role | Actor = 'tech'): Promise<Queue> {
  const response = await world.as(who).get(`/lab-results/waiting${search}`);
  const body: Queue = Object(await response.json());
  return body;
}

const resultsOf = (screenId: string) =>
  world.db
    .selectFrom('analyte_result')
    .select(['analyte', 'result', 'value', 'unit', 'cutoff', 'expectation'])
    .where('screen_id', '=', screenId)
    .orderBy('analyte')
    .execute();

test('what a clinician sends to the lab waits there, with two identifiers and nothing of what was expected', async () => {
  const { clientId, adjustmentId, screenId } = await aCase(world);
  expect((await queue()).specimens.some((one) => one.screenId === screenId)).toBe(false);
  await post(world, 'therapist', addressOf(clientId, adjustmentId, 'talk'), aTalk({ checked: 'send-to-lab' }), seen(1));
  expect((await queue()).specimens.find((one) => one.screenId === screenId)).toEqual({
    screenId,
    clientId,
    name: 'Marsh, Jordan',
    bornOn: '1992-02-12',
    chartNumber: expect.any(String),
    collectedOn: '2026-11-21',
    daysWaiting: 2,
    panel: null,
    sent: true,
    analytes: [{ analyte: 'COC', name: 'cocaine', result: 'presumptive-positive' }],
  });
});

test('a cup that went to the lab unread waits, and one that nobody sent is offered with the presumptive ones', async () => {
  const panelId = await aPanel(world);
  const sessionId = await aSession(world);
  const { clientId } = await aClient(world);
  const slotId = await aSlot(world, clientId, sessionId);
  await world
    .as('tech')
    .post(`/sessions/${sessionId}/results`, aLog(panelId, [aRow(clientId, slotId, { toLab: true, temperatureInRange: null })]));
  const { id } = await world.db.selectFrom('screen').select('id').where('client_id', '=', clientId).executeTakeFirstOrThrow();
  const sent = (await queue()).specimens.find(({ screenId }) => screenId === id);
  expect([sent?.sent, sent?.analytes.length]).toEqual([true, strips.length]);
  const { screenId } = await aScreen(world, (await aClient(world)).clientId);
  expect((await queue()).specimens.map((one) => one.screenId)).not.toContain(screenId);
  expect((await queue('?presumptive=too')).specimens.find((one) => one.screenId === screenId)).toMatchObject({ sent: false });
});

test('not confirmed overturns the cup: both versions stay, the finding and the adjustment follow, and the queue is done with it', async () => {
  const { adjustmentId, screenId, stored, send, page } = await aCase(world);
  await send('talk', aTalk({ checked: 'send-to-lab' }), 1);
  const response = await report(screenId, notConfirmed, { report: 'Northern Lab 4471' });
  expect(response.status).toBe(200);
  const { screenId: after, ...counts } = Object(await response.json());
  expect(counts).toEqual({ confirmed: 0, notConfirmed: 1, inconclusive: 0, waiting: 0 });
  expect(await resultsOf(screenId)).toMatchObject([{ analyte: 'COC', result: 'presumptive-positive', value: null }, { analyte: 'FEN' }]);
  expect(await resultsOf(after)).toEqual([
    { analyte: 'COC', result: 'not-confirmed', value: 12, unit: 'ng/mL', cutoff: 100, expectation: 'wont-show' },
    { analyte: 'FEN', result: 'negative', value: null, unit: null, cutoff: null, expectation: 'wont-show' },
  ]);
  const rows = world.db.selectFrom('screen').select(['amends_id', 'amended_because', 'amended_words', 'read_by']);
  expect(await rows.where('id', '=', after).executeTakeFirst()).toEqual({
    amends_id: screenId,
    amended_because: 'lab-correction',
    amended_words: 'Northern Lab 4471',
    read_by: world.staff.tech.staffId,
  });
  expect((await stored()).amended_at).not.toBeNull();
  expect(await page()).toMatchObject({ id: adjustmentId, state: 'amended' });
  // Whoever talked with the client about it is told.
  const corrections = world.db.selectFrom('result_correction').select('adjustment_id').where('adjustment_id', '=', adjustmentId);
  expect(await corrections.execute()).toHaveLength(1);
  const waiting = (await queue('?presumptive=too')).specimens.map((one) => one.screenId);
  expect(waiting).not.toContain(screenId);
  expect(waiting).not.toContain(after);
});

test('confirmed stays unexpected, keeps its adjustment and restarts no clock', async () => {
  const { screenId, stored } = await aCase(world);
  const before = await stored();
  const response = await report(screenId, [{ analyte: 'benzoylecgonine', answer: 'confirmed' }], {}, 'therapist');
  const { screenId: after } = Object(await response.json());
  expect(await resultsOf(after)).toMatchObject([{ analyte: 'COC', result: 'confirmed-positive' }, { analyte: 'FEN' }]);
  expect(await stored()).toMatchObject({ amended_at: null, opened_at: before.opened_at, talk_due_at: before.talk_due_at });
});

test('what the cup missed and the laboratory found opens what a cup would have opened', async () => {
  const { clientId } = await aClient(world);
  const { screenId } = await aScreen(world, clientId, { results: { COC: { result: 'negative' } } });
  const response = await report(screenId, [{ analyte: 'norfentanyl', answer: 'confirmed' }]);
  expect(response.status).toBe(200);
  const opened = world.db.selectFrom('adjustment').select('analytes').where('client_id', '=', clientId);
  expect(await opened.execute()).toHaveLength(1);
  const clocks = world.db.selectFrom('safety_concern').select('trigger').where('client_id', '=', clientId);
  expect(await clocks.execute()).toEqual([{ trigger: 'unexpected-opioid' }]);
});

test('an inconclusive result is itself, and a second report can settle it', async () => {
  const { screenId } = await aScreen(world, (await aClient(world)).clientId, { results: { COC: { result: 'pending' } } });
  const first = Object(await (await report(screenId, [{ analyte: 'COC', answer: 'inconclusive' }])).json());
  expect(first).toMatchObject({ inconclusive: 1, waiting: 1 });
  expect((await queue()).specimens.map((one) => one.screenId)).not.toContain(first.screenId);
  const offered = (await queue('?presumptive=too')).specimens.find((one) => one.screenId === first.screenId);
  expect(offered?.analytes).toEqual([{ analyte: 'COC', name: 'cocaine', result: 'inconclusive' }]);
  expect((await report(first.screenId, [{ analyte: 'COC', answer: 'confirmed' }])).status).toBe(200);
});

test.each<[string, readonly Line[], object, string, RegExp]>([
  ['nothing said of any analyte', [], {}, 'lines', /one analyte or more/],
  ['a day to come', notConfirmed, { collectedOn: '2026-11-30' }, 'collectedOn', /still to come/],
  ['the report of another specimen', notConfirmed, { collectedOn: '2026-11-20' }, 'collectedOn', /belongs to another specimen/],
  ['an analyte that nobody knows', [{ analyte: 'QQX-1', answer: 'confirmed' }], {}, 'lines.0.analyte', /Nobody here knows QQX-1/],
  ['a negative that is not confirmed', [{ analyte: 'FEN', answer: 'not-confirmed' }], {}, 'lines.0.analyte', /nothing to confirm/],
  [
    'an answer that no report gives',
    [{ analyte: 'COC', answer: 'negative' }],
    {},
    'lines.0.answer',
    /confirmed, not confirmed or inconclusive/,
  ],
  ['a quantity without a unit', [{ analyte: 'COC', answer: 'confirmed', value: 3 }], {}, 'lines.0.unit', /unit/],
  ['a quantity below nothing', [{ analyte: 'COC', answer: 'confirmed', value: -3, unit: 'ng/mL' }], {}, 'lines.0.value', /0 or more/],
])('refused with the field and the way out: %s', async (_, lines, more, field, message) => {
  const { screenId } = await aScreen(world, (await aClient(world)).clientId);
  const response = await report(screenId, lines, more);
  expect(response.status).toBe(400);
  expect((await bodyOf(response)).fields).toEqual([{ field, message: expect.stringMatching(message) }]);
  const versions = world.db.selectFrom('screen').select('id').where('amends_id', '=', screenId);
  expect(await versions.execute()).toEqual([]);
});

test('a specimen whose report is in is refused: the older version as stale, the newer one as decided', async () => {
  const { screenId } = await aScreen(world, (await aClient(world)).clientId);
  const { screenId: after } = Object(await (await report(screenId, notConfirmed)).json());
  const stale = await report(screenId, notConfirmed);
  expect([stale.status, (await bodyOf(stale))['code']]).toEqual([412, 'stale']);
  const decided = await report(after, notConfirmed);
  expect((await bodyOf(decided)).fields).toEqual([{ field: 'lines.0.analyte', message: expect.stringMatching(/recorded already/) }]);
});

test('nothing of another program or organization is listed or recorded, and an administrator has no part in it', async () => {
  const { screenId } = await aScreen(world, (await aClient(world)).clientId, { results: { COC: { result: 'pending' } } });
  expect((await queue()).specimens.map((one) => one.screenId)).toContain(screenId);
  for (const who of [elsewhere, southern]) {
    expect((await queue('?presumptive=too', who)).specimens).toEqual([]);
    expect((await report(screenId, notConfirmed, {}, who)).status).toBe(404);
  }
  expect((await world.as('administrator').get('/lab-results/waiting')).status).toBe(403);
  expect((await report(screenId, notConfirmed, {}, 'administrator')).status).toBe(403);
});

test('an entry of which nothing is at a laboratory is refused in words', async () => {
  const { clientId } = await aClient(world);
  const { id } = await world.db
    .insertInto('screen')
    .values({
      organization_id: world.organizationId,
      client_id: clientId,
      scheduled: true,
      outcome: 'declined',
      collected_on: day('2026-11-21'),
      source: 'logged',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const response = await report(id, notConfirmed);
  expect([response.status, (await bodyOf(response))['code']]).toEqual([409, 'wrong-state']);
});

test('the longest wait comes first, a hundred at a time', async () => {
  const { clientId } = await aClient(world, { openedOn: day('2026-01-01') });
  const { screenId } = await aScreen(world, clientId, { on: day('2026-03-02'), results: { COC: { result: 'pending' } } });
  const others = Array.from({ length: 100 }, () => ({
    organization_id: world.organizationId,
    client_id: clientId,
    scheduled: false,
    outcome: 'collected' as const,
    specimen: 'urine-lab' as const,
    validity: 'not-tested' as const,
    collected_on: day('2026-03-03'),
    source: 'logged' as const,
  }));
  const ids = await world.db.insertInto('screen').values(others).returning('id').execute();
  await world.db
    .insertInto('analyte_result')
    .values(
      ids.map(({ id }) => ({
        organization_id: world.organizationId,
        screen_id: id,
        analyte: 'COC',
        result: 'pending' as const,
        expectation: 'wont-show' as const,
      })),
    )
    .execute();
  const first = await queue();
  expect([first.specimens.length, first.specimens[0]?.screenId]).toEqual([100, screenId]);
  const second = await queue(`?after=${first.next}`);
  const all = [...first.specimens, ...second.specimens].map((one) => one.screenId);
  expect(new Set(all).size).toBe(all.length);
  expect(all).toEqual(expect.arrayContaining(ids.map(({ id }) => id)));
});

test('a positive that was to be confirmed long ago waits no more, and one that nobody has read does', async () => {
  const read = await aCase(world, { on: day('2026-07-20') });
  await read.send('talk', aTalk({ checked: 'send-to-lab' }), 1);
  const { screenId: unread } = await aScreen(world, read.clientId, { on: day('2026-02-20'), results: { COC: { result: 'pending' } } });
  const waiting = (await queue()).specimens.map((one) => one.screenId);
  expect(waiting).toContain(unread);
  expect(waiting).not.toContain(read.screenId);
});
