import { beforeEach, describe, expect, test } from 'vitest';
import { day } from '#domain/calendar/calendar.ts';
import { seen } from '#kit/adjustments.ts';
import { refusalOf } from '#kit/care.ts';
import { aClient } from '#kit/clients.ts';
import { aLog, aRow, aSession, aSlot, takes } from '#kit/sessions.ts';
import { worldOfEachTest } from '#kit/world.ts';

const world = worldOfEachTest();
const strips = ['COC', '6-MAM', 'ZQ-7', 'FYL'];

let panelId: string;
let clientId: string;
beforeEach(async () => {
  const own = { organization_id: world.organizationId };
  const panel = { ...own, name: 'Another cup', specimen: 'urine-cup' as const, analytes: strips };
  panelId = (await world.db.insertInto('panel').values(panel).returning('id').executeTakeFirstOrThrow()).id;
  await world.db
    .insertInto('panel_lot')
    .values({ ...own, panel_id: panelId, lot: '4471', expires_on: day('2027-03-31') })
    .execute();
  clientId = (await aClient(world, { openedOn: day('2026-08-01') })).clientId;
});

/** A cup read by a tech: the strips without a line, as they are printed. */
async function logged(noLine: readonly string[], of = clientId): Promise<string> {
  const sessionId = await aSession(world);
  const slotId = await aSlot(world, of, sessionId);
  const answer = await world.as('tech').post(`/sessions/${sessionId}/results`, aLog(panelId, [aRow(of, slotId, { noLine })]));
  expect([answer.status, await answer.json()]).toEqual([200, { saved: 1, message: expect.stringContaining('therapists will see') }]);
  return sessionId;
}
const findings = async (of = clientId) => {
  const rows = await world.db.selectFrom('screen_reading').select('findings').where('client_id', '=', of).execute();
  return rows.map((row) => row.findings);
};
const clocks = async (of = clientId) => {
  const rows = await world.db.selectFrom('safety_concern').select('trigger').where('client_id', '=', of).orderBy('opened_at').execute();
  return rows.map(({ trigger }) => trigger).toSorted();
};
const adjustments = async (of = clientId) =>
  world.db.selectFrom('adjustment').select(['analytes', 'amended_at']).where('client_id', '=', of).orderBy('number').execute();

type Codes = {
  open: { code: string; printed: string[]; screens: number; detected: number; version: number }[];
  answered: { code: string; answer: { name: string } }[];
};
const codes = async () => (await (await world.as('therapist').get('/unknown-codes')).json()) as Codes;
const answer = (body: object, version = 1, code = 'ZQ7') =>
  world.as('therapist').post(`/unknown-codes/${code}/answers`, body, seen(version));

test('a heroin metabolite and fentanyl under the codes of their cup open one adjustment and the clock', async () => {
  await logged(['6-MAM', 'FYL']);
  expect(await findings()).toEqual([{ COC: 'as-expected', '6AM': 'unexpected-positive', ZQ7: 'pending', FEN: 'unexpected-positive' }]);
  expect(await clocks()).toEqual(['unexpected-opioid']);
  expect(await adjustments()).toEqual([{ analytes: ['6AM', 'FEN'], amended_at: null }]);
});

test('a strip may be said by another name of its drug', async () => {
  await logged(['6MAM', 'fentanyl']);
  expect(await findings()).toMatchObject([{ '6AM': 'unexpected-positive', FEN: 'unexpected-positive' }]);
});

test('a code that nobody knows is held: it waits, starts the clock as a possible opioid, and hides nothing of the rest', async () => {
  const sessionId = await logged(['COC', 'ZQ-7']);
  expect(await findings()).toEqual([{ COC: 'unexpected-positive', '6AM': 'as-expected', ZQ7: 'unknown-drug', FEN: 'as-expected' }]);
  expect(await clocks()).toEqual(['possible-opioid']);
  expect(await adjustments()).toEqual([{ analytes: ['COC'], amended_at: null }]);
  expect(await codes()).toMatchObject({ open: [{ code: 'ZQ7', printed: ['ZQ-7'], screens: 1, detected: 1, version: 1 }], answered: [] });
  const today = (await (await world.as('therapist').get('/today')).json()) as {
    clients: { clientId: string; needs: { kind: string; why: string }[] }[];
  };
  expect(today.clients.find((row) => row.clientId === clientId)?.needs[0]).toMatchObject({
    kind: 'safety',
    why: expect.stringContaining('it may be an opioid'),
  });
  const log = (await (await world.as('tech').get(`/sessions/${sessionId}/results`)).json()) as {
    rows: { recorded: { noLine: string[] } | null }[];
  };
  expect(log.rows.map(({ recorded }) => recorded?.noLine.toSorted())).toEqual([['COC', 'ZQ-7']]);
});

test('where its line was there nothing is harmless either, and no clock starts', async () => {
  await logged([]);
  expect([await findings(), await clocks(), await adjustments()]).toMatchObject([[{ ZQ7: 'pending' }], [], []]);
  expect((await codes()).open).toMatchObject([{ code: 'ZQ7', screens: 1, detected: 0 }]);
});

describe('once somebody says which drug it is', () => {
  test('the screens that have it are read by it, and open what it opens', async () => {
    await logged(['ZQ-7']);
    expect(await (await answer({ drug: 'isotonitazene' })).json()).toEqual({ analyte: 'NTZ', screens: 1 });
    expect(await findings()).toMatchObject([{ NTZ: 'unexpected-positive' }]);
    expect(await clocks()).toEqual(['possible-opioid', 'unexpected-opioid']);
    expect(await adjustments()).toEqual([{ analytes: ['NTZ'], amended_at: null }]);
    expect(await codes()).toMatchObject({ open: [], answered: [{ code: 'ZQ7', answer: { name: 'nitazenes' } }] });
  });

  test('a drug of the program’s own carries its family, and later cups need no answer', async () => {
    await logged(['ZQ-7']);
    expect((await answer({ drug: 'newdrug', family: 'stimulant' })).status).toBe(200);
    const later = (await aClient(world, { openedOn: day('2026-08-01') })).clientId;
    await logged(['ZQ-7'], later);
    expect(await findings(later)).toMatchObject([{ 'newdrug (stimulant)': 'unexpected-positive' }]);
    expect([await clocks(later), await adjustments(later)]).toEqual([[], [{ analytes: ['newdrug (stimulant)'], amended_at: null }]]);
    expect((await codes()).open).toEqual([]);
  });

  test('a verified medication that shows it explains it', async () => {
    await takes(world, clientId, 'OxyContin', day('2026-08-01'));
    await logged(['ZQ-7']);
    await answer({ drug: 'oxycodone' });
    expect([await findings(), await adjustments()]).toMatchObject([[{ OXY: 'consistent-with-medication' }], []]);
  });

  test('an answer is put right by another one, and what rested on it follows', async () => {
    await logged(['ZQ-7']);
    await answer({ drug: 'cocaine' });
    expect(await adjustments()).toEqual([{ analytes: ['COC'], amended_at: null }]);
    expect((await answer({ drug: 'tramadol' }, 2)).status).toBe(200);
    expect(await findings()).toMatchObject([{ COC: 'as-expected', TRA: 'unexpected-positive' }]);
    const screens = await world.db.selectFrom('screen').select(['amended_because', 'amended_words']).orderBy('received_at').execute();
    expect(screens.find(({ amended_words }) => amended_words !== null)).toEqual({
      amended_because: 'other',
      amended_words: 'ZQ7 is tramadol, not cocaine.',
    });
    expect(await adjustments()).toEqual([
      { analytes: ['COC'], amended_at: expect.any(String) },
      { analytes: ['TRA'], amended_at: null },
    ]);
  });

  test('history that an import brought in is read by it and opens nothing', async () => {
    await logged(['ZQ-7']);
    await world.db.deleteFrom('safety_concern').execute();
    const own = { organization_id: world.organizationId };
    const { id: screen_id } = await world.db
      .insertInto('screen')
      .values({
        ...own,
        client_id: clientId,
        scheduled: false,
        outcome: 'collected',
        specimen: 'urine-lab',
        validity: 'valid',
        collected_on: day('2026-10-01'),
        source: 'imported',
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await world.db
      .insertInto('analyte_result')
      .values({ ...own, screen_id, analyte: 'ZQ7', result: 'presumptive-positive', expectation: 'wont-show', expected_because: null })
      .execute();
    await world.db
      .insertInto('unknown_code')
      .values({ ...own, screen_id, code: 'ZQ7', printed: 'ZQ7', analyte: null, expectation: null, expected_because: null })
      .execute();
    expect(await (await answer({ drug: 'fentanyl' })).json()).toEqual({ analyte: 'FEN', screens: 2 });
    const opened = await world.db.selectFrom('safety_concern').select('screen_id').execute();
    expect(opened.map((one) => one.screen_id === screen_id)).toEqual([false]);
    expect((await findings()).filter((one) => one['FEN'] === 'unexpected-positive')).toHaveLength(2);
    expect(await adjustments()).toHaveLength(1);
  });
});

test('what can’t be an answer is refused by its field', async () => {
  await logged(['ZQ-7']);
  expect(await refusalOf(await answer({ drug: 'newdrug' }))).toEqual([400, 'input-invalid', 'family']);
  expect(await refusalOf(await answer({ drug: 'fentanyl', family: 'stimulant' }))).toEqual([400, 'input-invalid', 'family']);
  expect(await refusalOf(await answer({ drug: 'Creatinine', family: 'other' }))).toEqual([400, 'input-invalid', 'drug']);
  expect(await refusalOf(await answer({ drug: 'fentanyl' }, 2))).toEqual([412, 'stale']);
  expect((await answer({ drug: 'fentanyl' }, 1, 'ZQ8')).status).toBe(404);
  expect((await world.as('tech').get('/unknown-codes')).status).toBe(403);
  expect((await world.as('tech').post('/unknown-codes/ZQ7/answers', { drug: 'fentanyl' }, seen(1))).status).toBe(403);
  expect(await findings()).toMatchObject([{ ZQ7: 'unknown-drug' }]);
  expect((await answer({ drug: 'FTY' })).status).toBe(200);
  expect(await refusalOf(await answer({ drug: 'fentanyl' }, 2))).toEqual([400, 'input-invalid', 'drug']);
});
