import { beforeEach, expect, test } from 'vitest';
import { aCheckedFile, answer, type Brought } from '#kit/brought-files.ts';
import { worldOfEachTest } from '#kit/world.ts';
import { ana, bring, clientsFile, medicationsFile, screensFile } from './intake-files.ts';

const world = worldOfEachTest();

const undo = (file: Brought, leaveDependents = false) => answer(file.call('undo', { leaveDependents }), 'undo');
const offers = () => world.db.selectFrom('reinterpretation').select(['id', 'client_id', 'offered_by', 'analytes']).execute();
const findings = async () => (await world.db.selectFrom('screen_reading').select('findings').execute()).map((row) => row.findings);

/** Screens came first: an opioid under its brand's generic code, and one under a name that a laboratory prints. */
beforeEach(() => bring(world, [clientsFile(ana), screensFile('U1,C1,2026-11-20,yes,collected,urine-lab,valid,OXY;6-MAM;COC,OXY')]));
const medications = () =>
  aCheckedFile(world, 'medications', 'chart_number,name,dose,started_on\nC1,sertraline,50 mg,2026-07-01\nC1,OxyContin,20 mg,2026-07-01\n');

test('a file’s names are read by the drugs that they stand for', async () => {
  expect(await findings()).toEqual([{ OXY: 'unexpected-positive', '6AM': 'as-expected', COC: 'as-expected' }]);
});

test('screens that came before their medications are offered to be read again, by nobody, and nothing of them is changed', async () => {
  await (await medications()).run();
  expect(await offers()).toMatchObject([
    { offered_by: null, analytes: [{ analyte: 'OXY', found: 'unexpected-positive', wouldFind: 'consistent-with-medication' }] },
  ]);
  expect(await findings()).toMatchObject([{ OXY: 'unexpected-positive' }]);
  const clientId = (await offers())[0]?.client_id ?? '';
  const care = (await (await world.as('director').get(`/clients/${clientId}/care`)).json()) as {
    readingReviews: { offeredBy: string | null; medication: string }[];
    medications: object[];
  };
  expect(care.readingReviews).toMatchObject([{ offeredBy: null, medication: 'OxyContin' }]);
  expect(care.medications).toMatchObject([{ verified: { how: 'program-record', by: null } }, { verified: { how: 'program-record' } }]);
});

test('an import that is taken back takes its offers with it', async () => {
  const file = await medications();
  await file.run();
  expect(await undo(file)).toMatchObject({ dependents: [], undone: 2 });
  expect(await offers()).toEqual([]);
});

test('a medication by which a screen was read again can’t be taken back any more', async () => {
  const file = await medications();
  await file.run();
  const [offer] = await offers();
  const read = await world
    .as('director')
    .post(`/clients/${offer?.client_id}/reading-reviews/${offer?.id}`, { answer: 'read-again', because: 'The pharmacy confirmed it.' });
  expect([read.status, await findings()]).toMatchObject([200, [{ OXY: 'consistent-with-medication' }]]);
  const { dependents } = (await undo(file)) as { dependents: { row: number; message: string }[] };
  expect(dependents).toEqual([
    { row: 3, message: expect.stringContaining('Correct or stop the medication on the client’s list instead.') },
  ]);
  expect(await findings()).toEqual([expect.objectContaining({ OXY: 'consistent-with-medication' })]);

  // The other row may go; the one that a screen was read by stays with what was answered.
  expect(await undo(file, true)).toMatchObject({ undone: 1 });
  expect((await world.db.selectFrom('medication').select('name').execute()).map(({ name }) => name)).toEqual(['OxyContin']);
  expect(await offers()).toHaveLength(1);
});

test('the command offers them too', async () => {
  await bring(world, [medicationsFile('C1,OxyContin,20 mg,2026-07-01,')]);
  expect(await offers()).toMatchObject([{ offered_by: null, analytes: [{ analyte: 'OXY' }] }]);
});

test('an offer that an import overtook is open again once the import is taken back', async () => {
  await bring(world, [screensFile('U3,C1,2026-11-21,no,collected,urine-lab,valid,OXY;AMP,OXY;AMP')]);
  const one = await medications();
  await one.run();
  const open = async () => {
    const rows = await world.db
      .selectFrom('reinterpretation')
      .leftJoin('reinterpretation_answer as answer', 'answer.review_id', 'reinterpretation.id')
      .select('reinterpretation.id')
      .where('answer.review_id', 'is', null)
      .execute();
    return new Set(rows.map(({ id }) => id));
  };
  const first = await open();
  expect(first.size).toBe(2);
  const other = await aCheckedFile(world, 'medications', 'chart_number,name,dose,started_on\nC1,Adderall,20 mg,2026-07-01\n');
  await other.run();
  const second = await open();
  expect([second.size, second.isSubsetOf(first)]).toEqual([2, false]);
  expect(await undo(other)).toMatchObject({ dependents: [], undone: 1 });
  expect(await open()).toEqual(first);
  expect(await undo(one)).toMatchObject({ dependents: [], undone: 2 });
  expect(await offers()).toEqual([]);
});

test('screens that are offered to be read again are taken back after the medications, and the refusal says so', async () => {
  const screens = await aCheckedFile(
    world,
    'screens',
    'screen_key,chart_number,date,scheduled,outcome,specimen,validity,analytes_tested,positive\nU2,C1,2026-11-21,no,collected,urine-lab,valid,OXY,OXY\n',
  );
  await screens.run();
  const file = await medications();
  await file.run();
  const { dependents } = (await undo(screens)) as { dependents: { message: string }[] };
  expect(dependents.map(({ message }) => message)).toEqual([
    'A screen of it is offered to be read again. Take the import of the medications back first.',
  ]);
  await undo(file);
  expect(await undo(screens)).toMatchObject({ undone: 1, dependents: [] });
});

test('an imported screen with a code that nobody knows can be taken back, and nobody is asked about its code any more', async () => {
  const screens = await aCheckedFile(
    world,
    'screens',
    'screen_key,chart_number,date,scheduled,outcome,specimen,validity,analytes_tested,positive\nU2,C1,2026-11-21,no,collected,urine-lab,valid,QXZ;COC,QXZ\n',
  );
  await screens.run();
  const codes = async () => {
    const answered = (await (await world.as('director').get('/unknown-codes')).json()) as { open: { code: string }[] };
    return answered.open.map(({ code }) => code);
  };
  expect(await codes()).toEqual(['QXZ']);
  expect(await undo(screens)).toMatchObject({ undone: 1, dependents: [] });
  expect(await world.db.selectFrom('screen').select('outside_key').execute()).toEqual([{ outside_key: 'U1' }]);
  expect(await world.db.selectFrom('unknown_code').selectAll().execute()).toEqual([]);
  expect(await codes()).toEqual([]);
});
