import { expect, test } from 'vitest';
import { cellProblems } from '#server/imports/csv/cell-words.ts';
import type { CellProblem } from '#server/imports/csv/problems.ts';
import { crossFieldErrors } from '#server/imports/csv/row-words.ts';
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

test.each<[string, Row, string, CellProblem]>([
  ['a collection tomorrow', { ...screen, date: '2026-11-24' }, 'date', crossFieldErrors.future],
  [
    'an outcome that nobody knows',
    { ...screen, ...empty, outcome: 'failed' },
    'outcome',
    cellProblems.word(['collected', 'not-collected', 'declined', 'unable', 'excused', 'cancelled-by-program']),
  ],
  ['scheduled in another word', { ...screen, scheduled: 'random' }, 'scheduled', cellProblems.notYesOrNo],
  ['a collection without a specimen', { ...screen, specimen: '' }, 'specimen', crossFieldErrors.collectedWithout],
  ['a collection without a validity', { ...screen, validity: '' }, 'validity', crossFieldErrors.collectedWithout],
  [
    'a collection that tested nothing',
    { ...screen, ...empty, specimen: 'urine-cup', validity: 'valid' },
    'analytes_tested',
    crossFieldErrors.nothingTested,
  ],
  ['a panel and a list of analytes', { ...screen, panel: 'Cup 5' }, 'panel', crossFieldErrors.panelAndAnalytes],
  ['results of a cup that nobody collected', { ...screen, outcome: 'declined' }, 'outcome', crossFieldErrors.notCollectedWithResults],
  ['a positive of what was not tested', { ...screen, positive: 'FEN' }, 'positive', crossFieldErrors.notTested],
  ['two results of one analyte', { ...screen, confirmed: 'COC' }, 'confirmed', crossFieldErrors.twoResults],
  ['a time that does not exist', { ...screen, time: '24:10' }, 'time', cellProblems.notATime],
])('refuses %s', async (_, row, column, { message, fix }) => {
  const { rows, said } = await readAll(fileWith(row), screens);
  expect(rows).toEqual([]);
  expect(said[0]).toMatchObject({ row: 2, line: 2, column, message, fix });
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

test.each<[string, Row, CellProblem]>([
  [
    'an observer of what is not said to be observed',
    { ...screen, observed: '', observed_by: 'K. Lin' },
    crossFieldErrors.observerWithoutObservation,
  ],
  [
    'an observer of nothing collected',
    { ...screen, ...empty, outcome: 'declined', observed: 'yes', observed_by: 'K. Lin' },
    crossFieldErrors.notCollectedWithResults,
  ],
  ['a breath value of a cup', { ...breath, specimen: 'urine-cup' }, crossFieldErrors.breathOfAnother],
  ['a breath value without a time', { ...breath, time: '' }, crossFieldErrors.breathWithoutTime],
  ['a breath value beside analytes', { ...breath, analytes_tested: 'ALC' }, crossFieldErrors.breathWithResults],
  ['four decimals', { ...breath, breath_alcohol: '0.0455' }, crossFieldErrors.breathTooFine],
  ['45 for 0.045', { ...breath, breath_alcohol: '45' }, cellProblems.notANumber(0, 0.6)],
])('%s is refused', async (_, row, problem) => {
  const { said } = await readAll(fileWith(row), screens);
  expect(said).toContainEqual(expect.objectContaining(problem));
});
