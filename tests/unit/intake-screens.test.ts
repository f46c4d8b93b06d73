import { expect, test } from 'vitest';
import { cellProblems } from '#server/intake/csv/cell-words.ts';
import type { CellProblem } from '#server/intake/csv/problems.ts';
import { contradictions } from '#server/intake/csv/row-words.ts';
import { screens } from '#server/intake/csv/screens.ts';
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
  ['a collection tomorrow', { ...screen, date: '2026-11-24' }, 'date', contradictions.future],
  [
    'an outcome that nobody knows',
    { ...screen, ...empty, outcome: 'failed' },
    'outcome',
    cellProblems.word(['collected', 'not-collected', 'declined', 'unable', 'excused', 'cancelled-by-program']),
  ],
  ['scheduled in another word', { ...screen, scheduled: 'random' }, 'scheduled', cellProblems.notYesOrNo],
  ['a collection without a specimen', { ...screen, specimen: '' }, 'specimen', contradictions.collectedWithout],
  ['a collection without a validity', { ...screen, validity: '' }, 'validity', contradictions.collectedWithout],
  [
    'a collection that tested nothing',
    { ...screen, ...empty, specimen: 'urine-cup', validity: 'valid' },
    'analytes_tested',
    contradictions.nothingTested,
  ],
  ['a panel and a list of analytes', { ...screen, panel: 'Cup 5' }, 'panel', contradictions.panelAndAnalytes],
  ['results of a cup that nobody collected', { ...screen, outcome: 'declined' }, 'outcome', contradictions.notCollectedWithResults],
  ['a positive of what was not tested', { ...screen, positive: 'FEN' }, 'positive', contradictions.notTested],
  ['two results of one analyte', { ...screen, confirmed: 'COC' }, 'confirmed', contradictions.twoResults],
  ['a time that does not exist', { ...screen, time: '24:10' }, 'time', cellProblems.notATime],
])('refuses %s', async (_, row, column, { says, fix }) => {
  const { rows, said } = await readAll(fileWith(row), screens);
  expect(rows).toEqual([]);
  expect(said[0]).toMatchObject({ row: 2, line: 2, column, says, fix });
});
