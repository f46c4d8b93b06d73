import { beforeEach, describe, expect, test } from 'vitest';
import { bringIn, ways } from '#kit/both-ways.ts';
import { aCheckedFile, oneImport } from '#kit/brought-files.ts';
import { aClient } from '#kit/clients.ts';
import { worldOfEachTest } from '#kit/world.ts';

const world = worldOfEachTest();

beforeEach(async () => {
  for (const chart of ['R-01', 'R-02', 'R-03', 'R-04']) await aClient(world, { chart });
});

const names = 'Specimen ID,Client ID,Collected On,Specimen Type,Test Name,Result,Detected,Confirmation';
const head = (specimen: string, chart: string) => `${specimen},${chart},11/20/2026,Lab Urine`;
const report = [
  names,
  `${head('L-1', 'R-01')},Fentanyl,Pos,Y,Pending`,
  `${head('L-1', 'R-01')},Norfentanyl,88 ng/mL,Y,`,
  `${head('L-2', 'R-02')},Fentanyl,None Detected,N,`,
  `${head('L-1', 'R-01')},Cocaine Metabolite,Neg,N,`,
  `${head('L-2', 'R-02')},6-Acetylmorphine,<2 ng/mL,N,`,
  `${head('L-2', 'R-02')},Creatinine,11.8 mg/dL,,`,
  `${head('L-3', 'R-03')},ALL PANELS,Positive - refused,Y,`,
  `${head('L-4', 'R-04')},Fentanyl,Presumptive Positive - to be confirmed,Y,`,
].join('\n');

const confirmed = { answers: [{ from: 'Result', answer: 'confirmed' }] };

async function screens() {
  const rows = await world.db
    .selectFrom('screen')
    .leftJoin('analyte_result as result', 'result.screen_id', 'screen.id')
    .select(['outside_key', 'outcome', 'validity', 'validity_reason', 'result.analyte', 'result.result'])
    .orderBy('outside_key')
    .orderBy('result.analyte')
    .execute();
  return [...Map.groupBy(rows, ({ outside_key }) => outside_key)].map(([key, of]) => ({
    key,
    outcome: of[0]?.outcome,
    validity: of[0]?.validity,
    because: of[0]?.validity_reason,
    results: of.flatMap(({ analyte, result }) => (analyte === null ? [] : `${analyte} ${result}`)),
  }));
}

describe.each(ways)('by %s', (way) => {
  test('what a laboratory means by its words is confirmed first, and then one specimen a collection is stored', async () => {
    expect((await bringIn(world, way, { content: report })).refused).toMatch(/Nobody has confirmed what the laboratory means by its words/);
    expect(await screens()).toEqual([]);
    expect(await bringIn(world, way, { content: report }, confirmed)).toMatchObject({ in: 4, held: [], refused: null });
    expect(await screens()).toEqual([
      {
        key: 'L-1',
        outcome: 'collected',
        validity: 'not-tested',
        because: null,
        results: ['COC negative', 'FEN presumptive-positive', 'NFEN presumptive-positive'],
      },
      {
        key: 'L-2',
        outcome: 'collected',
        validity: 'dilute',
        because: 'low creatinine, gravity not reported',
        results: ['6AM negative', 'FEN negative'],
      },
      { key: 'L-3', outcome: 'declined', validity: null, because: null, results: [] },
      { key: 'L-4', outcome: 'collected', validity: 'not-tested', because: null, results: ['FEN presumptive-positive'] },
    ]);
  });

  test('the negatives of a specimen that may be dilute are not interpretable', async () => {
    await bringIn(world, way, { content: report }, confirmed);
    const readings = await world.db
      .selectFrom('screen_reading as reading')
      .innerJoin('screen', 'screen.id', 'reading.screen_id')
      .select('reading.findings')
      .where('screen.outside_key', '=', 'L-2')
      .executeTakeFirstOrThrow();
    expect(readings.findings).toEqual({ '6AM': 'not-interpretable', FEN: 'not-interpretable' });
  });

  test('a word without a meaning, a number alone and rows that contradict each other hold their specimen, and the others go in', async () => {
    const content = [
      names,
      `${head('L-1', 'R-01')},Fentanyl,See comment,,`,
      `${head('L-1', 'R-01')},Cocaine,Neg,N,`,
      `${head('L-2', 'R-02')},Fentanyl,88 ng/mL,,`,
      `${head('L-3', 'R-03')},Fentanyl,Neg,Y,`,
      `${head('L-4', 'R-04')},Fentanyl,Neg,N,`,
    ].join('\n');
    expect(await bringIn(world, way, { content }, confirmed)).toMatchObject({
      in: 1,
      held: ['2 result Fentanyl result-unknown', '4 result Fentanyl detected-or-not', '5 result Fentanyl result-contradicts'],
    });
    expect((await screens()).map(({ key }) => key)).toEqual(['L-4']);
  });

  test('rows of one key are one specimen where some leave its columns empty, and are held where they contradict one another', async () => {
    const content = [
      names,
      `${head('L-1', 'R-01')},Fentanyl,Neg,N,`,
      'L-1,R-01,11/20/2026,,Creatinine,85 mg/dL,,',
      `${head('L-2', 'R-02')},Fentanyl,Neg,N,`,
      `${head('L-2', 'R-03')},Cocaine,Neg,N,`,
    ].join('\n');
    expect(await bringIn(world, way, { content }, confirmed)).toMatchObject({ in: 1, held: ['4 null specimen-disagrees'] });
    expect(await screens()).toMatchObject([{ key: 'L-1', validity: 'valid', results: ['FEN negative'] }]);
  });

  test('without a key, rows of one client, day and specimen are one', async () => {
    const content = [
      'Client ID,Collected On,Specimen Type,Test Name,Result',
      'R-01,11/20/2026,Lab Urine,Fentanyl,Neg',
      'R-02,11/20/2026,Lab Urine,Fentanyl,Neg',
      'R-01,11/20/2026,Lab Urine,Cocaine,Pos',
    ].join('\n');
    expect(await bringIn(world, way, { content }, confirmed)).toMatchObject({ in: 2, held: [], refused: null });
    expect((await screens()).map(({ results }) => results.join(', ')).toSorted((one, other) => one.localeCompare(other))).toEqual([
      'COC presumptive-positive, FEN negative',
      'FEN negative',
    ]);
  });

  test('a file of screens without a column of what was detected is refused: silence is never negative', async () => {
    const content =
      'screen_key,chart_number,date,scheduled,outcome,specimen,validity,analytes_tested\nU-1,R-01,2026-11-20,yes,collected,urine-cup,valid,COC;FEN\n';
    expect((await bringIn(world, way, { content })).refused).toMatch(/No column says what was detected/);
    const uncollected = 'screen_key,chart_number,date,scheduled,outcome\nU-1,R-01,2026-11-20,yes,declined\n';
    expect(await bringIn(world, way, { content: uncollected }, { kind: 'screens' })).toMatchObject({ in: 1 });
  });
});

test('a source’s words stay confirmed, a new one is asked about, and the command reads by the source', async () => {
  await bringIn(world, 'page', { content: report }, { ...confirmed, source: 'County lab' });
  const next = report.replaceAll('L-', 'M-').replaceAll('11/20/2026', '11/21/2026');
  expect(await bringIn(world, 'command', { content: next }, { source: 'County lab' })).toMatchObject({ in: 4, refused: null });
  const worded = next.replaceAll('M-', 'N-').replaceAll('11/21/2026', '11/22/2026').replace('None Detected', 'Clean');
  expect((await bringIn(world, 'command', { content: worded }, { source: 'County lab' })).refused).toMatch(/Nobody has confirmed/);
});

test('a specimen is one row of the check, is held with all of its rows, and is put right in one place', async () => {
  const content = [names, `${head('L-1', 'R-01')},Fentanyl,88 ng/mL,,`, `${head('L-1', 'R-01')},Cocaine,Neg,N,`].join('\n');
  const file = await aCheckedFile(world, 'results', content, {
    source: 'Lab',
    mapping: (one) => ({ ...one, answers: [{ about: 'results', from: 'Result', answer: 'confirmed' }] }),
  });
  expect(await file.now()).toMatchObject({ rows: 2, counts: { fix: 1, ready: 0 } });
  const held = (await (await file.get('held')).json()) as { rows: number };
  expect(held.rows).toBe(2);
  const [row] = await file.rows('fix');
  expect(row?.problems).toMatchObject([
    { column: 'result Fentanyl', cell: '88 ng/mL', suggestions: [{ value: 'detected' }, { value: 'not-detected' }, {}, {}] },
  ]);
  await file.fix(2, 'result Fentanyl', 'detected');
  expect(await file.run()).toMatchObject({ state: 'in', counts: { in: 1, fix: 0 } });
  expect((await screens())[0]?.results).toEqual(['COC negative', 'FEN presumptive-positive']);
  expect((await oneImport(world, file.id)).import.kind).toBe('results');
});
