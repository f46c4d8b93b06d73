import { beforeAll, beforeEach, expect, test } from 'vitest';
import { day } from '#domain/calendar/calendar.ts';
import { screensOf } from '#server/drug-screens/client-screens.rows.ts';
import { defaultSettings } from '#domain/programs/settings.ts';
import { aClient } from '#kit/clients.ts';
import { aLog, aPanel, aRow, aSession, aSlot, moment, noCup, takes } from '#kit/sessions.ts';
import { worldOfFile } from '#kit/world.ts';

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

const save = (log: unknown, of = sessionId) => world.as('tech').post(`/sessions/${of}/results`, log);
const one = (noLine: readonly string[]) => aLog(panelId, [aRow(clientId, slotId, { noLine })]);
const adjustments = () => world.db.selectFrom('adjustment').selectAll().where('client_id', '=', clientId).orderBy('number').execute();
const events = async () =>
  (
    await screensOf({ db: world.db, now: moment(world.clock.now.toISOString()), zone: 'America/Chicago', settings: defaultSettings }, [
      clientId,
    ])
  ).get(clientId) ?? [];
const results = () =>
  world.db
    .selectFrom('analyte_result')
    .innerJoin('screen', 'screen.id', 'analyte_result.screen_id')
    .selectAll('analyte_result')
    .where('screen.client_id', '=', clientId)
    .execute();

/** Another session with a slot of the same client, on a day of the same week. */
async function again(on: string, noLine: readonly string[], title = 'later') {
  const later = await aSession(world, { on: day(on), title });
  return save(aLog(panelId, [aRow(clientId, await aSlot(world, clientId, later, day(on)), { noLine })]), later);
}

test('an unexpected line opens an adjustment, with the talk due at the close of the next open day and the sign at the close of the third', async () => {
  const response = await save(one(['COC']));
  expect(response.status).toBe(200);
  expect(await adjustments()).toMatchObject([
    {
      number: 1,
      trigger: 'screen',
      analytes: ['COC'],
      opened_at: '2026-11-23T14:02:00.000Z',
      talk_due_at: '2026-11-24T23:00:00.000Z',
      sign_due_at: '2026-11-26T23:00:00.000Z',
      naloxone: null,
      client_view: null,
      safety_today: null,
    },
  ]);
  expect(await events()).toMatchObject([{ mark: 'U!', presumptive: true, response: 'due', outcome: 'collected' }]);
});

test('the reader is told that it is saved, and never what was found', async () => {
  await takes(world, clientId, 'buprenorphine', day('2026-07-24'));
  const answer = await (await save(one(['COC', 'FEN']))).json();
  expect(answer).toEqual({ saved: 1, message: '1 row is saved. Their therapists will see the results on Today.' });
});

test('all lines present opens nothing', async () => {
  await save(one([]));
  expect(await adjustments()).toEqual([]);
  expect(await events()).toMatchObject([{ mark: 'E', presumptive: false, adjustmentId: null }]);
});

test('a second result of the same analyte before the follow-up attaches, and a new analyte opens A2', async () => {
  await again('2026-11-20', ['COC']);
  await again('2026-11-21', ['COC']);
  expect((await adjustments()).map(({ number, analytes }) => ({ number, analytes }))).toEqual([{ number: 1, analytes: ['COC'] }]);
  expect((await events()).map(({ adjustmentId }) => adjustmentId)).toEqual(Array(2).fill((await adjustments())[0]?.id));

  await save(one(['AMP']));
  expect((await adjustments()).map(({ number, analytes }) => ({ number, analytes }))).toEqual([
    { number: 1, analytes: ['COC'] },
    { number: 2, analytes: ['AMP'] },
  ]);
});

test('an opioid again attaches like any other analyte, and starts the safety clock all the same', async () => {
  await again('2026-11-20', ['FEN']);
  await save(one(['FEN']));
  expect((await adjustments()).map(({ number }) => number)).toEqual([1]);
  const concerns = await world.db.selectFrom('safety_concern').select(['trigger', 'notified']).where('client_id', '=', clientId).execute();
  expect(concerns).toEqual([{ trigger: 'unexpected-opioid', notified: null }]);
});

test('a prescribed medication that shows is consistent, and what was expected is stored with its reason', async () => {
  await takes(world, clientId, 'Buprenorphine-naloxone', day('2026-07-24'));
  await save(one(['BUP']));
  expect((await results()).filter(({ expectation }) => expectation !== 'wont-show')).toMatchObject([
    {
      analyte: 'BUP',
      result: 'presumptive-positive',
      expectation: 'should-show',
      expected_because: { rule: 'taken', name: 'Buprenorphine-naloxone', dose: '12 mg', startedOn: '2026-07-24' },
    },
  ]);
  expect(await adjustments()).toEqual([]);
  expect(await events()).toMatchObject([{ mark: 'E' }]);
});

test('a later edit of the medication list changes nothing that was expected', async () => {
  await takes(world, clientId, 'buprenorphine', day('2026-07-24'));
  await save(one(['BUP']));
  await world.db
    .updateTable('medication')
    .set({ started_on: day('2026-11-01'), ended_on: day('2026-11-02') })
    .where('client_id', '=', clientId)
    .execute();
  expect((await events())[0]?.analytes.find(({ analyte }) => analyte === 'BUP')).toMatchObject({
    finding: 'consistent-with-medication',
    because: { rule: 'taken', name: 'buprenorphine', dose: '12 mg', startedOn: '2026-07-24' },
  });
});

test('a medication for opioid use that doesn’t show needs an answer and starts the safety clock', async () => {
  await takes(world, clientId, 'buprenorphine', day('2026-07-24'));
  await save(one([]));
  expect(await adjustments()).toMatchObject([{ analytes: ['BUP'] }]);
  expect(await events()).toMatchObject([{ mark: 'N!' }]);
  const concerns = await world.db.selectFrom('safety_concern').select('trigger').where('client_id', '=', clientId).execute();
  expect(concerns).toEqual([{ trigger: 'opioid-medication-missing' }]);
});

test('in the first seven days of an episode a positive is baseline and opens nothing', async () => {
  await world.db
    .updateTable('episode')
    .set({ opened_on: day('2026-11-18') })
    .where('client_id', '=', clientId)
    .execute();
  await save(one(['THC']));
  expect(await adjustments()).toEqual([]);
  expect(await events()).toMatchObject([{ mark: 'I' }]);
});

test('a cup out of temperature is not valid: it opens one adjustment about the specimen, and no line of it is read', async () => {
  await save(aLog(panelId, [aRow(clientId, slotId, { noLine: ['COC'], temperatureInRange: false })]));
  expect(await adjustments()).toMatchObject([{ analytes: [], specimen_not_valid: true }]);
  expect(await events()).toMatchObject([{ mark: 'V', reason: 'temperature', validity: 'invalid', response: 'due' }]);
});

test('a cup that leaked asks for another and opens nothing', async () => {
  await save(aLog(panelId, [aRow(clientId, slotId, { notValid: 'leaked' })]));
  expect(await adjustments()).toEqual([]);
  expect(await events()).toMatchObject([{ mark: 'V', reason: 'leaked' }]);
});

test('a cup for the laboratory is pending on every analyte', async () => {
  await save(aLog(panelId, [aRow(clientId, slotId, { toLab: true })]));
  expect(await adjustments()).toEqual([]);
  expect(await events()).toMatchObject([{ mark: 'P', validity: 'not-tested', specimen: 'urine-lab' }]);
});

test.each([
  ['declined', 'D'],
  ['not-collected', 'O'],
  ['unable', 'B'],
  ['excused', 'X'],
  ['cancelled-by-program', 'K'],
])('%s is itself: it stores no result and opens nothing', async (outcome, mark) => {
  const response = await save(aLog(panelId, [noCup(clientId, slotId, outcome)], { panelId: null, lot: null }));
  expect(response.status).toBe(200);
  expect(await results()).toEqual([]);
  expect(await adjustments()).toEqual([]);
  expect(await events()).toMatchObject([{ mark, outcome, specimen: null, validity: null }]);
});

test('what the reader saw in a client is kept with whom they told, and when', async () => {
  const report = { clientId, trigger: 'withdrawal', notified: { who: 'on-call nurse', at: '2026-11-23T02:40:00Z' } };
  const notNotified = await save({ ...one([]), safety: [{ ...report, notified: { ...report.notified, who: ' ' } }] });
  expect(notNotified.status).toBe(400);
  expect((await notNotified.json()).fields).toMatchObject([{ field: 'safety.0.notified.who' }]);
  expect(await events()).toEqual([]);

  await save({ ...one([]), safety: [report] });
  const concerns = await world.db.selectFrom('safety_concern').selectAll().where('client_id', '=', clientId).execute();
  expect(concerns).toMatchObject([
    {
      trigger: 'withdrawal',
      notified: 'on-call nurse',
      notified_at: '2026-11-23T02:40:00.000Z',
      recorded_by: world.staff.tech.staffId,
      closed_at: null,
    },
  ]);
});

test('one event names everybody in the log, and a page hears that it has to ask again', async () => {
  const other = (await aClient(world, { firstName: 'Noor' })).clientId;
  const theirs = await aSlot(world, other, sessionId);
  const response = await save(aLog(panelId, [aRow(clientId, slotId), noCup(other, theirs, 'declined')]));
  const found = await world.db
    .selectFrom('audit_event')
    .selectAll()
    .where('request_id', '=', response.headers.get('x-request-id') ?? '')
    .execute();
  expect(found).toMatchObject([{ action: 'drugScreens.record', kind: 'write', role: 'tech' }]);
  expect(found[0]?.client_ids.toSorted()).toEqual([clientId, other].toSorted());
  const marks = await world.db.selectFrom('change_mark').select('noun').execute();
  expect(marks.at(-1)).toEqual({ noun: 'drug-screens' });
});

test('the counted projection says what the rule says', async () => {
  await save(one(['COC', 'FEN']));
  const reading = await world.db.selectFrom('screen_reading').selectAll().where('client_id', '=', clientId).executeTakeFirstOrThrow();
  expect(reading).toMatchObject({
    rule_version: 2,
    interpretable: true,
    as_expected: false,
    negative: false,
    unexpected: ['COC', 'FEN'],
    not_detected: [],
    specimen_not_valid: false,
  });
});
