import type { Problem } from '#domain/imports/problems.ts';
import { expect, test } from 'vitest';
import { screens } from '#server/imports/csv/screens.ts';
import { fileWith, readAll } from './intake-source.ts';

type Row = Readonly<Record<string, string>>;
const screen = {
  screen_key: 'U1',
  chart_number: 'C1',
  date: '2026-11-20',
  time: '',
  scheduled: 'yes',
  outcome: 'collected',
  specimen: 'urine-cup',
  validity: 'valid',
  panel: '',
  analytes_tested: 'AMP;BZO;COC;OPI;THC',
  positive: 'COC',
  confirmed: 'OPI',
  not_confirmed: 'AMP',
  inconclusive: 'BZO',
  pending: '',
};

const empty = { specimen: '', validity: '', analytes_tested: '', positive: '', confirmed: '', not_confirmed: '', inconclusive: '' };

test('what was tested and is in no result column is negative; what was not tested is not there', async () => {
  const { rows, said } = await readAll(fileWith(screen), screens);
  expect(said).toEqual([]);
  expect([...(rows[0]?.others ?? [])]).toEqual([
    ['COC', 'presumptive-positive'],
    ['OPI', 'confirmed-positive'],
    ['AMP', 'not-confirmed'],
    ['BZO', 'inconclusive'],
  ]);
  expect(rows[0]?.tested).toEqual(['AMP', 'BZO', 'COC', 'OPI', 'THC']);
});

test.each(['not-collected', 'declined', 'unable', 'excused', 'cancelled-by-program'])(
  '%s stays what it is, without a specimen or a result',
  async (outcome) => {
    const { rows, said } = await readAll(fileWith({ ...screen, ...empty, outcome }), screens);
    expect(said).toEqual([]);
    expect(rows).toMatchObject([{ outcome, specimen: null, validity: null, tested: [] }]);
  },
);

test.each<[string, Row, string, Problem]>([
  ['a collection tomorrow', { ...screen, date: '2026-11-24' }, 'date', { code: 'future-day' }],
  [
    'an outcome that nobody knows',
    { ...screen, ...empty, outcome: 'failed' },
    'outcome',
    { code: 'unknown-word', allowed: ['collected', 'not-collected', 'declined', 'unable', 'excused', 'cancelled-by-program'] },
  ],
  ['scheduled in another word', { ...screen, scheduled: 'random' }, 'scheduled', { code: 'not-yes-or-no' }],
  ['a collection without a specimen', { ...screen, specimen: '' }, 'specimen', { code: 'collected-without' }],
  ['a collection without a validity', { ...screen, validity: '' }, 'validity', { code: 'collected-without' }],
  [
    'a collection that tested nothing',
    { ...screen, ...empty, specimen: 'urine-cup', validity: 'valid' },
    'analytes_tested',
    { code: 'nothing-tested' },
  ],
  ['a panel and a list of analytes', { ...screen, panel: 'Cup 5' }, 'panel', { code: 'panel-and-analytes' }],
  ['results of a cup that nobody collected', { ...screen, outcome: 'declined' }, 'outcome', { code: 'not-collected-with-results' }],
  ['a positive of what was not tested', { ...screen, positive: 'FEN' }, 'positive', { code: 'analyte-not-tested' }],
  ['two results of one analyte', { ...screen, confirmed: 'COC' }, 'confirmed', { code: 'two-results' }],
  ['a time that does not exist', { ...screen, time: '24:10' }, 'time', { code: 'not-a-time' }],
])('refuses %s', async (_, row, column, problem) => {
  const { rows, said } = await readAll(fileWith(row), screens);
  expect(rows).toEqual([]);
  expect(said[0]).toMatchObject({ row: 2, line: 2, column, ...problem });
});

const breath = {
  ...screen,
  ...empty,
  time: '18:12',
  specimen: 'breath-alcohol',
  validity: 'valid',
  observed: '',
  observed_by: '',
  breath_alcohol: '0.045',
};

test('who observed is read as it is said, and nothing said stays not said', async () => {
  const watched = fileWith({ ...screen, observed: 'yes', observed_by: 'K. Lin' });
  expect((await readAll(watched, screens)).rows[0]).toMatchObject({ observed: true, observedBy: 'K. Lin', breathAlcohol: null });
  expect((await readAll(fileWith({ ...screen, observed: 'no', observed_by: '' }), screens)).rows[0]).toMatchObject({ observed: false });
  expect((await readAll(fileWith(screen), screens)).rows[0]).toMatchObject({ observed: null, observedBy: null });
});

test('a breath reading has its number and its time, and no analytes of its own', async () => {
  const { rows, said } = await readAll(fileWith(breath), screens);
  expect(said).toEqual([]);
  expect(rows[0]).toMatchObject({ specimen: 'breath-alcohol', breathAlcohol: 0.045, at: '18:12', tested: [] });
});

test.each<[string, Row, Problem]>([
  [
    'an observer of what is not said to be observed',
    { ...screen, observed: '', observed_by: 'K. Lin' },
    { code: 'observer-without-observation' },
  ],
  [
    'an observer of nothing collected',
    { ...screen, ...empty, outcome: 'declined', observed: 'yes', observed_by: 'K. Lin' },
    { code: 'not-collected-with-results' },
  ],
  ['a breath value of a cup', { ...breath, specimen: 'urine-cup' }, { code: 'breath-of-another' }],
  ['a breath value without a time', { ...breath, time: '' }, { code: 'breath-without-time' }],
  ['a breath value beside analytes', { ...breath, analytes_tested: 'ALC' }, { code: 'breath-with-results' }],
  ['four decimals', { ...breath, breath_alcohol: '0.0455' }, { code: 'breath-too-fine' }],
  ['45 for 0.045', { ...breath, breath_alcohol: '45' }, { code: 'not-a-number', least: 0, most: 0.6 }],
])('%s is refused', async (_, row, problem) => {
  const { said } = await readAll(fileWith(row), screens);
  expect(said).toContainEqual(expect.objectContaining(problem));
});
