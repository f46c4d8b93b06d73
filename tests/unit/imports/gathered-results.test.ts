import { expect, test } from 'vitest';
import { validityOf, type ValidityReadings } from '#domain/drug-screens/specimen-validity.ts';
import { wordSuggested } from '#domain/imports/vocabulary.ts';
import { gatherSpecimen, isQuantity, type AnalyteRow } from '#domain/imports/results.ts';

const row = (test: string, more: Partial<AnalyteRow>): AnalyteRow => ({
  test,
  written: '',
  meaning: null,
  flag: null,
  confirmation: null,
  ...more,
});

const specimen = (rows: readonly AnalyteRow[]) => {
  const found = gatherSpecimen(rows);
  return 'problem' in found ? found.problem : { ...found, results: Object.fromEntries(found.results) };
};

test.each<[string, Partial<AnalyteRow>, string]>([
  ['a word that says detected', { written: 'Pos', meaning: 'detected' }, 'presumptive-positive'],
  ['detected, and confirmed', { meaning: 'detected', confirmation: 'confirmed' }, 'confirmed-positive'],
  ['detected, its confirmation pending', { meaning: 'detected', confirmation: 'pending' }, 'presumptive-positive'],
  ['detected, and not confirmed', { meaning: 'detected', confirmation: 'not-confirmed' }, 'not-confirmed'],
  ['a word that says confirmed', { meaning: 'confirmed' }, 'confirmed-positive'],
  ['a word that says not detected', { meaning: 'not-detected', flag: false }, 'negative'],
  ['a number below the limit', { written: '<1 ng/mL' }, 'negative'],
  ['a number that the report calls detected', { written: '120 ng/mL', flag: true }, 'presumptive-positive'],
  ['a number that the report calls not detected', { written: '3 ng/mL', flag: false }, 'negative'],
  ['no word, and detected', { flag: true }, 'presumptive-positive'],
  ['pending', { meaning: 'pending' }, 'pending'],
  ['inconclusive', { meaning: 'inconclusive' }, 'inconclusive'],
])('%s is %s', (_, given, result) => {
  expect(specimen([row('Fentanyl', given)])).toMatchObject({ outcome: 'collected', results: { FEN: result } });
});

test.each<[string, readonly AnalyteRow[], string]>([
  ['a number alone', [row('Fentanyl', { written: '120 ng/mL' })], 'detected-or-not'],
  ['nothing at all', [row('Fentanyl', {})], 'detected-or-not'],
  ['a word that nobody has explained', [row('Fentanyl', { written: 'see note', flag: false })], 'result-unknown'],
  ['a word and a flag that contradict each other', [row('Fentanyl', { meaning: 'not-detected', flag: true })], 'result-contradicts'],
  ['found and not found', [row('Fentanyl', { meaning: 'detected' }), row('FEN', { meaning: 'not-detected' })], 'two-results'],
  [
    'a refusal with results beside it',
    [row('All', { meaning: 'declined' }), row('Fentanyl', { meaning: 'not-detected' })],
    'refused-with-results',
  ],
  [
    'very low creatinine without a gravity',
    [row('Fentanyl', { meaning: 'not-detected' }), row('Creatinine', { written: '1.2 mg/dL' })],
    'validity-open',
  ],
  ['creatinine in another unit', [row('Creatinine', { written: '1.2 mmol/L' })], 'validity-open'],
  ['an oxidant that was found', [row('Oxidants', { meaning: 'detected' })], 'validity-open'],
])('%s is never read as negative or normal: a person looks', (_, rows, problem) => {
  expect(specimen(rows)).toBe(problem);
});

test('a refusal is the collection’s outcome and no result, whatever its word says', () => {
  expect(specimen([row('All panels', { written: 'Positive - refused', meaning: 'declined', flag: true })])).toMatchObject({
    outcome: 'declined',
    results: {},
    validity: null,
  });
});

test('a screen and its confirmation are one result, and what was not tested has none', () => {
  const rows = [
    row('Cocaine', { meaning: 'detected' }),
    row('Benzoylecgonine', { meaning: 'confirmed' }),
    row('THC', { meaning: 'not-tested' }),
    row('PCP', { meaning: 'not-detected' }),
  ];
  expect(specimen(rows)).toMatchObject({ results: { COC: 'confirmed-positive', PCP: 'negative' } });
  expect(Object.keys((specimen(rows) as { results: object }).results)).toHaveLength(2);
});

test.each<[string, Parameters<typeof gatherSpecimen>[1], string | null]>([
  ['what the laboratory says is taken where nothing is measured', { reported: 'substituted' }, 'substituted'],
  ['what a person says wins over it', { reported: 'substituted', given: 'valid' }, 'valid'],
  ['nothing is said', {}, null],
])('validity: %s', (_, said, validity) => {
  expect(gatherSpecimen([row('Fentanyl', { meaning: 'not-detected' })], said)).toMatchObject({ validity });
});

test('where the laboratory calls a specimen valid that its measures call dilute, a person looks', () => {
  const rows = [row('Fentanyl', { meaning: 'not-detected' }), row('Creatinine', { written: '14 mg/dL' })];
  expect(gatherSpecimen(rows, { reported: 'valid' })).toEqual({ problem: 'validity-open', test: null });
  expect(gatherSpecimen(rows, { reported: 'not-tested' })).toMatchObject({ validity: 'dilute' });
  expect(gatherSpecimen(rows, { reported: 'valid', given: 'dilute' })).toMatchObject({ validity: 'dilute' });
});

test('creatinine is validity and no drug', () => {
  const rows = [row('Fentanyl', { meaning: 'not-detected' }), row('Creatinine, Urine', { written: '14.2 mg/dL' })];
  expect(specimen(rows)).toMatchObject({ results: { FEN: 'negative' }, validity: 'dilute', validityBecause: 'low-creatinine-no-gravity' });
});

const readings: ValidityReadings = { creatinine: null, gravity: null, ph: null, foreign: null };

test.each<[string, Partial<ValidityReadings>, string | null]>([
  ['nothing measured', {}, 'not-tested'],
  ['creatinine 20', { creatinine: 20 }, 'valid'],
  ['creatinine 19.9, gravity not reported', { creatinine: 19.9 }, 'dilute'],
  ['creatinine 10 and gravity 1.002', { creatinine: 10, gravity: 1.002 }, 'dilute'],
  ['creatinine 10 and gravity 1.003', { creatinine: 10, gravity: 1.003 }, 'valid'],
  ['creatinine 10 and gravity 1.001', { creatinine: 10, gravity: 1.001 }, 'invalid'],
  ['creatinine 1.9 and gravity 1.000', { creatinine: 1.9, gravity: 1 }, 'substituted'],
  ['creatinine 1.9 and gravity 1.020', { creatinine: 1.9, gravity: 1.02 }, 'substituted'],
  ['creatinine 1.9 and gravity 1.010', { creatinine: 1.9, gravity: 1.01 }, 'invalid'],
  ['creatinine 1.9 alone', { creatinine: 1.9 }, null],
  ['pH 3.9', { creatinine: 80, ph: 3.9 }, 'adulterated'],
  ['pH 11', { creatinine: 80, ph: 11 }, 'adulterated'],
  ['pH 4.4', { creatinine: 80, ph: 4.4 }, 'invalid'],
  ['pH 9', { creatinine: 80, ph: 9 }, 'invalid'],
  ['pH 7 alone', { ph: 7 }, 'valid'],
  ['a gravity alone', { gravity: 1.002 }, null],
  ['something that doesn’t belong there', { creatinine: 80, foreign: true }, null],
  ['nothing that doesn’t belong there', { creatinine: 80, foreign: false }, 'valid'],
])('%s: %s', (_, given, validity) => {
  expect(validityOf({ ...readings, ...given })?.validity ?? null).toBe(validity);
});

test.each([
  ['120 ng/mL', true],
  ['<1', true],
  ['> 500 ng/mL', true],
  ['14.2 mg/dL', true],
  ['1.005', true],
  ['12 %', true],
  ['1 on 1', false],
  ['2nd group', false],
  ['Positive', false],
  ['', false],
])('%s is a number: %s', (cell, is) => {
  expect(isQuantity(cell)).toBe(is);
});

test.each<[string, string, string | null]>([
  ['result', 'POSITIVE - Refused to Submit', 'declined'],
  ['result', 'Presumptive Positive - Pending Confirmation', 'detected'],
  ['result', 'Positive, client declined confirmation', null],
  ['result', 'Positive (unconfirmed)', null],
  ['result', 'Not confirmed', null],
  ['confirmation', 'Unconfirmed', null],
  ['result', 'Confirmed negative', 'not-confirmed'],
  ['result', 'None Detected', 'not-detected'],
  ['result', 'see note', null],
])('in %s, %s most likely means %s', (column, cell, word) => {
  expect(wordSuggested(column, cell)).toBe(word);
});
