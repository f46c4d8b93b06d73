import { expect, test } from 'vitest';
import { inside, worldOfEachTest } from '#kit/world.ts';
import { defaultSettings } from '#domain/programs/settings.ts';
import { screensOf } from '#server/drug-screens/client-screens.rows.ts';
import { day, instantOf } from '#domain/calendar/calendar.ts';
import { importContextFor } from '#server/imports/import-context.rows.ts';
import { rebuildReadings } from '#server/imports/read-new-screens.ts';
import { ana, bring, clientsFile, csv, medicationsFile, screensFile } from './intake-files.ts';

const world = worldOfEachTest(new Date('2026-11-23T14:02:00.000Z'));

const adjustments = () =>
  world.db
    .selectFrom('adjustment')
    .innerJoin('screen', 'screen.id', 'adjustment.screen_id')
    .select(['screen.outside_key', 'adjustment.number', 'adjustment.analytes', 'opened_at', 'specimen_not_valid'])
    .orderBy('number')
    .execute();
const readings = () =>
  world.db
    .selectFrom('screen_reading')
    .innerJoin('screen', 'screen.id', 'screen_reading.screen_id')
    .selectAll('screen_reading')
    .select('outside_key')
    .orderBy('outside_key')
    .execute();

test('what a medication should have shown is fixed with its reason, and what was not tested has no result', async () => {
  await bring(world, [
    clientsFile(ana),
    medicationsFile('C1,buprenorphine,12 mg,2026-06-10,'),
    screensFile('U1,C1,2026-07-20,yes,collected,urine-cup,valid,AMP;BUP,BUP'),
  ]);
  const results = await world.db
    .selectFrom('analyte_result')
    .select(['analyte', 'result', 'expectation', 'expected_because'])
    .orderBy('analyte')
    .execute();
  expect(results).toMatchObject([
    { analyte: 'AMP', result: 'negative', expectation: 'wont-show', expected_because: null },
    { analyte: 'BUP', result: 'presumptive-positive', expectation: 'should-show' },
  ]);
  expect(results[1]?.expected_because).toMatchObject({ rule: 'taken', name: 'buprenorphine', dose: '12 mg', startedOn: '2026-06-10' });
});

test('an imported screen is read with the panel that its row names, and with any where it names the analytes', async () => {
  const own = { organization_id: world.organizationId, specimen: 'urine-cup' as const };
  const { id: panel_id } = await world.db
    .insertInto('panel')
    .values({ ...own, name: 'Thin cup', analytes: ['BUP'] })
    .returning('id')
    .executeTakeFirstOrThrow();
  const rule = { ...own, medication: 'buprenorphine', analyte: 'BUP', appears_after_days: 2, clears_after_days: 10 };
  await world.db
    .insertInto('expectation_rule')
    .values([
      { ...rule, panel_id: null, expectation: 'should-show' },
      { ...rule, panel_id, expectation: 'may-show' },
    ])
    .execute();
  await bring(world, [
    clientsFile(ana),
    medicationsFile('C1,buprenorphine,12 mg,2026-06-10,'),
    csv(
      'screens.csv',
      'screen_key,chart_number,date,scheduled,outcome,specimen,validity,panel,analytes_tested,positive',
      'U1,C1,2026-07-20,yes,collected,urine-cup,valid,Thin cup,,',
      'U2,C1,2026-07-22,yes,collected,urine-cup,valid,,BUP,',
    ),
  ]);
  const results = await world.db
    .selectFrom('analyte_result')
    .innerJoin('screen', 'screen.id', 'screen_id')
    .select(['outside_key', 'expectation'])
    .orderBy('outside_key')
    .execute();
  expect(results).toEqual([
    { outside_key: 'U1', expectation: 'may-show' },
    { outside_key: 'U2', expectation: 'should-show' },
  ]);
});

test('history opens nothing; what can still be acted on opens an adjustment whose clock starts at the import', async () => {
  const rows = [
    'U1,C1,2026-07-20,yes,collected,urine-cup,valid,COC;AMP,COC',
    'U2,C1,2026-11-08,yes,collected,urine-cup,valid,COC;AMP,COC',
    'U3,C1,2026-11-20,yes,collected,urine-cup,valid,COC;AMP,AMP',
  ];
  await bring(world, [clientsFile(ana), screensFile(...rows)]);
  expect(await adjustments()).toEqual([
    { outside_key: 'U3', number: 1, analytes: ['AMP'], opened_at: '2026-11-23T14:02:00.000Z', specimen_not_valid: false },
  ]);
});

test('an unexpected result of the history is settled: nothing is due here', async () => {
  const rows = [
    'U1,C1,2026-07-20,yes,collected,urine-cup,valid,COC;AMP,COC',
    'U2,C1,2026-07-27,yes,collected,urine-cup,valid,COC;AMP,',
    'U3,C1,2026-08-03,yes,collected,urine-cup,substituted,COC;AMP,',
    'U4,C1,2026-11-20,yes,collected,urine-cup,valid,COC;AMP,AMP',
  ];
  await bring(world, [clientsFile(ana), screensFile(...rows)]);
  const { id } = await world.db.selectFrom('client').select('id').executeTakeFirstOrThrow();
  const screens = await inside(world, (db) => {
    return screensOf({ db, now: instantOf(world.clock.now), zone: 'America/Chicago', settings: defaultSettings }, [id]);
  });
  const shown = screens.get(id)?.map(({ response, mark, analytes }) => [response, mark, ...analytes.map((reading) => reading.mark)]);
  expect(shown).toEqual([
    ['history', 'U', 'E', 'U'],
    [null, 'E', 'E', 'E'],
    ['history', 'V', 'V', 'V'],
    ['due', 'U!', 'U!', 'E'],
  ]);
});

test('a repeat joins what the first opened, whatever the order of the rows', async () => {
  const rows = ['U2,C1,2026-11-20,yes,collected,urine-cup,valid,COC,COC', 'U1,C1,2026-11-18,yes,collected,urine-cup,valid,COC,COC'];
  await bring(world, [clientsFile(ana), screensFile(...rows)]);
  expect(await adjustments()).toMatchObject([{ outside_key: 'U1', number: 1 }]);
  expect(await world.db.selectFrom('adjustment_result').select('analyte').execute()).toHaveLength(2);
});

test('a recent unexpected opioid opens the safety clock with nobody told, and somebody who has left opens nothing', async () => {
  const left = 'C2,Bo,Ray,,2026-06-01,2026-11-21,moved-away';
  const rows = ['U1,C1,2026-11-20,yes,collected,urine-cup,valid,OPI,OPI', 'U2,C2,2026-11-20,yes,collected,urine-cup,valid,OPI,OPI'];
  await bring(world, [clientsFile(ana, left), screensFile(...rows)]);
  const concerns = await world.db
    .selectFrom('safety_concern')
    .innerJoin('client', 'client.id', 'client_id')
    .select(['chart_number', 'trigger', 'notified_at'])
    .execute();
  expect(concerns).toEqual([{ chart_number: 'C1', trigger: 'unexpected-opioid', notified_at: null }]);
  expect(await adjustments()).toMatchObject([{ outside_key: 'U1' }]);
});

test('the clocks that an import opens skip the days on which nobody works, like those of a result that is logged', async () => {
  const due = async () => {
    await bring(world, [clientsFile(ana), screensFile('U1,C1,2026-11-20,yes,collected,urine-cup,valid,AMP,AMP')]);
    return world.db.selectFrom('adjustment').select(['talk_due_at', 'sign_due_at']).execute();
  };
  await world.db
    .insertInto('closure')
    .values({
      organization_id: world.organizationId,
      from_on: day('2026-11-24'),
      to_on: day('2026-11-26'),
      kind: 'holiday',
      label: 'Thanksgiving',
    })
    .execute();
  expect(await due()).toEqual([{ talk_due_at: '2026-11-27T23:00:00.000Z', sign_due_at: '2026-11-30T23:00:00.000Z' }]);
});

test('a specimen that is not valid opens one about the specimen and is no positive', async () => {
  await bring(world, [clientsFile(ana), screensFile('U1,C1,2026-11-20,yes,collected,urine-cup,substituted,OPI,OPI')]);
  expect(await adjustments()).toMatchObject([{ specimen_not_valid: true, analytes: [] }]);
  expect(await readings()).toMatchObject([{ interpretable: false, negative: false, unexpected: [], specimen_not_valid: true }]);
});

test('nobody became negative by not coming', async () => {
  await bring(world, [
    clientsFile(ana),
    screensFile('U1,C1,2026-07-20,yes,not-collected,,,,', 'U2,C1,2026-07-27,yes,excused,,,,', 'U3,C1,2026-08-03,yes,declined,,,,'),
  ]);
  expect((await readings()).map(({ negative, as_expected, interpretable }) => [negative, as_expected, interpretable])).toEqual(
    Array.from({ length: 3 }, () => [false, false, false]),
  );
});

test('a scheduled screen meets the slot that waits for it within 72 hours, or makes its own', async () => {
  await bring(world, [clientsFile(ana)]);
  const { id: client_id } = await world.db.selectFrom('client').select('id').executeTakeFirstOrThrow();
  await world.db
    .insertInto('screen_slot')
    .values({ organization_id: world.organizationId, client_id, session_id: null, due_on: '2026-07-18' as never })
    .execute();
  await bring(world, [
    screensFile(
      'U1,C1,2026-07-20,yes,collected,urine-cup,valid,COC,',
      'U2,C1,2026-07-27,yes,collected,urine-cup,valid,COC,',
      'U3,C1,2026-07-28,no,collected,urine-cup,valid,COC,',
    ),
  ]);
  const screens = await world.db
    .selectFrom('screen')
    .leftJoin('screen_slot', 'screen_slot.id', 'slot_id')
    .select(['outside_key', 'due_on'])
    .orderBy('outside_key')
    .execute();
  expect(screens).toEqual([
    { outside_key: 'U1', due_on: '2026-07-18' },
    { outside_key: 'U2', due_on: '2026-07-27' },
    { outside_key: 'U3', due_on: null },
  ]);
});

test('readings worked out again are the same readings', async () => {
  await bring(world, [
    clientsFile(ana),
    screensFile('U1,C1,2026-07-20,yes,collected,urine-cup,valid,COC;AMP,COC', 'U2,C1,2026-07-27,yes,declined,,,,'),
  ]);
  const before = await readings();
  await world.db
    .updateTable('screen_reading')
    .set({ negative: true, unexpected: ['XYZ'], rule_version: 0 })
    .execute();
  const read = await inside(world, async (db) =>
    rebuildReadings(await importContextFor(db, world.organizationId, instantOf(world.clock.now), null)),
  );
  expect(read).toBe(2);
  expect(await readings()).toEqual(before);
});

const watchedFile = (...rows: readonly string[]) =>
  csv(
    'screens.csv',
    'screen_key,chart_number,date,time,scheduled,outcome,specimen,validity,analytes_tested,observed,observed_by,breath_alcohol',
    ...rows,
  );

test('who observed comes by name, and a recent breath reading above the limit starts the clock with nobody told', async () => {
  const cup = 'U1,C1,2026-11-20,18:30,yes,collected,urine-cup,valid,AMP,yes,tech of North,';
  const breath = 'U2,C1,2026-11-20,18:12,no,collected,breath-alcohol,valid,,,,0.045';
  await bring(world, [clientsFile(ana), watchedFile(cup, breath)]);
  const stored = await world.db.selectFrom('screen').select(['outside_key', 'observed', 'observed_by']).orderBy('outside_key').execute();
  expect(stored).toEqual([
    { outside_key: 'U1', observed: true, observed_by: world.staff.tech.staffId },
    { outside_key: 'U2', observed: null, observed_by: null },
  ]);
  expect(
    await world.db.selectFrom('analyte_result').select(['analyte', 'result', 'value', 'unit']).where('value', 'is not', null).execute(),
  ).toEqual([{ analyte: 'ALC', result: 'presumptive-positive', value: 0.045, unit: 'g/210 L' }]);
  expect(await world.db.selectFrom('safety_concern').select(['trigger', 'source', 'source_facts', 'notified']).execute()).toEqual([
    { trigger: 'breath-alcohol', source: 'breath', source_facts: { breathAlcohol: 0.045 }, notified: null },
  ]);
  const [again] = (await bring(world, [watchedFile(cup, breath)])).slice(-1);
  expect(again).toMatchObject({ state: 'kept', added: 0, here: 2 });
});

test('an observer whom nobody knows is said with the row, and nothing of the file is stored', async () => {
  const row = 'U1,C1,2026-11-20,18:30,yes,collected,urine-cup,valid,AMP,yes,N. Obody,';
  await bring(world, [clientsFile(ana), watchedFile(row)]);
  expect(await world.db.selectFrom('screen').select('id').execute()).toEqual([]);
});
