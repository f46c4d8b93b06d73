import { beforeAll, beforeEach, expect, test } from 'vitest';
import { day } from '#domain/calendar/calendar.ts';
import { seen } from '#kit/adjustments.ts';
import { refusalOf } from '#kit/care.ts';
import { aClient } from '#kit/clients.ts';
import { aLog, aPanel, aRow, aSession, aSlot, strips, takes } from '#kit/sessions.ts';
import { anOrganization, worldOfFile } from '#kit/world.ts';

let cup: string;
let otherCup: string;
let version = 0;

const world = worldOfFile();

beforeAll(async () => {
  cup = await aPanel(world);
  const own = { organization_id: world.organizationId, specimen: 'urine-cup' as const };
  const { id } = await world.db
    .insertInto('panel')
    .values({ ...own, name: 'Another cup', analytes: strips })
    .returning('id')
    .executeTakeFirstOrThrow();
  otherCup = id;
  await world.db
    .insertInto('panel_lot')
    .values({ organization_id: world.organizationId, panel_id: otherCup, lot: '4471', expires_on: day('2027-03-31') })
    .execute();
});

const row = (panelId: string | null, what: string, over: object = {}) => ({
  analyte: 'BZO',
  specimen: 'urine-cup',
  panelId,
  expectation: what,
  appearsAfterDays: 1,
  clearsAfterDays: 5,
  ...over,
});
const send = (rules: object[]) =>
  world.as('director').post('/expectations', { medication: 'estazolam', rules, because: 'What the box says' }, seen(version));
async function edit(rules: object[]): Promise<void> {
  const answer = await send(rules);
  expect(answer.status).toBe(200);
  version = ((await answer.json()) as { version: number }).version;
}

type Map = {
  panels: { id: string; name: string; specimen: string }[];
  rules: { medication: string; panel: string | null; expectation: string }[];
};
const estazolam = async () =>
  ((await (await world.as('therapist').get('/expectations')).json()) as Map).rules.filter(({ medication }) => medication === 'estazolam');

let clientId: string;
beforeEach(async () => {
  clientId = (await aClient(world)).clientId;
  await takes(world, clientId, 'Estazolam', day('2026-07-01'), '2 mg');
});

/** A cup with every line, benzodiazepines among them. */
async function screened(panelId: string): Promise<string> {
  const sessionId = await aSession(world);
  const slotId = await aSlot(world, clientId, sessionId);
  const answer = await world.as('tech').post(`/sessions/${sessionId}/results`, aLog(panelId, [aRow(clientId, slotId)]));
  expect(answer.status).toBe(200);
  return (await world.db.selectFrom('screen').select('id').where('client_id', '=', clientId).executeTakeFirstOrThrow()).id;
}
const expected = async (screenId: string) =>
  (
    await world.db
      .selectFrom('analyte_result')
      .select('expectation')
      .where('screen_id', '=', screenId)
      .where('analyte', '=', 'BZO')
      .executeTakeFirstOrThrow()
  ).expectation;
const found = async (screenId: string) =>
  (await world.db.selectFrom('screen_reading').select('findings').where('screen_id', '=', screenId).executeTakeFirstOrThrow()).findings[
    'BZO'
  ];

test('an analyte may have a row for any panel and one for each; two for the same are refused', async () => {
  expect(await refusalOf(await send([row(null, 'should-show'), row(null, 'may-show')]))).toEqual([400, 'input-invalid', 'rules.1.analyte']);
  expect(await refusalOf(await send([row(cup, 'should-show'), row(cup, 'may-show', { analyte: 'bzo' })]))).toEqual([
    400,
    'input-invalid',
    'rules.1.analyte',
  ]);
  await edit([row(null, 'should-show'), row(cup, 'may-show'), row(otherCup, 'wont-show')]);
  expect((await estazolam()).map(({ panel, expectation }) => [panel, expectation])).toEqual([
    [null, 'should-show'],
    ['12-panel cup', 'may-show'],
    ['Another cup', 'wont-show'],
  ]);
});

test('the database itself keeps one row for any panel', async () => {
  await edit([row(null, 'should-show')]);
  const { id: _, ...values } = await world.db
    .selectFrom('expectation_rule')
    .selectAll()
    .where('medication', '=', 'estazolam')
    .executeTakeFirstOrThrow();
  await expect(world.db.insertInto('expectation_rule').values(values).execute()).rejects.toThrow('one_rule_a_panel');
});

test('a panel that isn’t there, one of elsewhere, and one of another specimen are refused by the field', async () => {
  const south = await anOrganization(world.db, 'South');
  const foreign = await aPanel({ ...world, organizationId: south.organizationId });
  for (const rules of [[row(foreign, 'may-show')], [row(world.siteId, 'may-show')], [row(cup, 'may-show', { specimen: 'urine-lab' })]])
    expect(await refusalOf(await send(rules))).toEqual([400, 'input-invalid', 'rules.0.panelId']);
});

test('whoever sends no panel means any, and the panels to choose from are answered with the map', async () => {
  const { panelId: _, ...unsaid } = row(null, 'may-show');
  await edit([unsaid]);
  expect(await estazolam()).toMatchObject([{ panel: null, expectation: 'may-show' }]);
  const { panels } = (await (await world.as('therapist').get('/expectations')).json()) as Map;
  expect(panels.map(({ id, name, specimen }) => [id, name, specimen])).toEqual([
    [cup, '12-panel cup', 'urine-cup'],
    [otherCup, 'Another cup', 'urine-cup'],
  ]);
});

test('a cup is read with what its own panel should show, and another with what any should', async () => {
  await edit([row(null, 'should-show'), row(cup, 'may-show')]);
  const screenId = await screened(cup);
  expect([await expected(screenId), await found(screenId)]).toEqual(['may-show', 'as-expected']);
  clientId = (await aClient(world)).clientId;
  await takes(world, clientId, 'Estazolam', day('2026-07-01'), '2 mg');
  const other = await screened(otherCup);
  expect([await expected(other), await found(other)]).toEqual(['should-show', 'prescribed-not-detected']);
});

test('a screen keeps what was expected of it when the map changes', async () => {
  await edit([row(null, 'should-show'), row(cup, 'may-show')]);
  const screenId = await screened(cup);
  await edit([row(null, 'should-show')]);
  expect(await expected(screenId)).toBe('may-show');
  const answer = await world
    .as('therapist')
    .post(`/screens/${screenId}/amendments`, { because: 'misread-strip', changes: { noLine: ['COC'] } });
  expect(await expected(((await answer.json()) as { screenId: string }).screenId)).toBe('may-show');
});

test('where the panel was the mistake, the correction is read with the right one', async () => {
  await edit([row(null, 'should-show'), row(cup, 'may-show')]);
  const screenId = await screened(otherCup);
  const answer = await world
    .as('therapist')
    .post(`/screens/${screenId}/amendments`, { because: 'misread-strip', changes: { panelId: cup, lot: '4471' } });
  expect(answer.status).toBe(200);
  const amended = ((await answer.json()) as { screenId: string }).screenId;
  expect([await expected(screenId), await expected(amended), await found(amended)]).toEqual(['should-show', 'may-show', 'as-expected']);
});

test('what the list should show names the panel that a row is for', async () => {
  await edit([row(cup, 'may-show')]);
  const { medications } = (await (await world.as('therapist').get(`/clients/${clientId}/care`)).json()) as {
    medications: { rules: { panel: string | null }[] }[];
  };
  expect(medications.map(({ rules }) => rules.map(({ panel }) => panel))).toEqual([['12-panel cup']]);
});
