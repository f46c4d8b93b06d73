import { expect, test } from 'vitest';
import { countDiffers, rowRanges } from '#domain/drug-screens/cups-words.ts';
import { impliesCup, resultsOfCup, validityOfCup, type CupReading } from '#domain/drug-screens/cups.ts';

const cup = (said: Partial<CupReading> = {}): CupReading => ({
  outcome: 'collected',
  noLine: [],
  notValid: null,
  temperatureInRange: true,
  toLab: false,
  ...said,
});

test.each<[string, Partial<CupReading>, ReturnType<typeof validityOfCup>]>([
  ['a cup in range with its control lines is valid', {}, { validity: 'valid', reason: null }],
  ['a missing line says nothing against the specimen', { noLine: ['COC'] }, { validity: 'valid', reason: null }],
  ['a cup out of range can’t stand for the client’s', { temperatureInRange: false }, { validity: 'invalid', reason: 'temperature' }],
  [
    'a temperature that nobody looked at is not in range by default',
    { temperatureInRange: null },
    { validity: 'not-tested', reason: null },
  ],
  ['a cup for the laboratory is not tested here', { toLab: true }, { validity: 'not-tested', reason: null }],
  ['an oxidant is adulteration', { notValid: 'oxidant' }, { validity: 'adulterated', reason: 'oxidant' }],
  ['a cup that leaked can’t be read', { notValid: 'leaked' }, { validity: 'invalid', reason: 'leaked' }],
  ['nothing handed over has no validity', { outcome: 'declined', temperatureInRange: null }, { validity: null, reason: null }],
])('%s', (_, said, wanted) => expect(validityOfCup(cup(said))).toEqual(wanted));

test.each<[string, Partial<CupReading>, string]>([
  ['a line is negative and no line is presumptive', { noLine: ['COC'] }, 'BUP negative, COC presumptive-positive'],
  ['a cup for the laboratory is pending on every strip', { toLab: true }, 'BUP pending, COC pending'],
  ['a cup that can’t be read has no results', { notValid: 'no-control-line' }, ''],
  ['lines of a cup out of range are kept', { noLine: ['BUP'], temperatureInRange: false }, 'BUP presumptive-positive, COC negative'],
  ['declined has no results', { outcome: 'declined' }, ''],
])('%s', (_, said, wanted) => {
  expect(
    resultsOfCup(cup(said), ['BUP', 'COC'])
      .map(({ analyte, result }) => `${analyte} ${result}`)
      .join(', '),
  ).toBe(wanted);
});

test('only what was handed over is counted as a cup, whatever came of reading it', () => {
  expect(impliesCup(cup({ notValid: 'leaked' }))).toBe(true);
  expect(impliesCup(cup({ toLab: true }))).toBe(true);
  for (const outcome of ['declined', 'not-collected', 'unable', 'excused', 'cancelled-by-program'] as const)
    expect(impliesCup(cup({ outcome }))).toBe(false);
});

test.each([
  [[], ''],
  [[4], '4'],
  [[1, 2, 3], '1 to 3'],
  [[1, 2, 4], '1 to 2 and 4'],
  [[1, 3, 5, 6], '1, 3 and 5 to 6'],
])('rows %j are said as %j', (rows, said) => expect(rowRanges(rows)).toBe(said));

test('a count that differs says by how much and where to look', () => {
  expect(countDiffers(12, 13, [1, 2, 3, 4, 5, 7])).toBe('You read 12. 13 results are entered. Check rows 1 to 5 and 7.');
  expect(countDiffers(2, 1, [9])).toBe('You read 2. 1 result is entered. Check row 9.');
});
