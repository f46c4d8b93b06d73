import { expect, test } from 'vitest';
import { breathSummary, measuredResult, measuredWords } from '#domain/drug-screens/breath-alcohol-words.ts';
import { breathProblem, breathReading, breathResult } from '#domain/drug-screens/breath-alcohol.ts';
import { defaultSettings as settings } from '#domain/programs/settings.ts';

test.each([
  [0, null],
  [0.001, null],
  [0.045, null],
  [0.6, null],
  [0.601, 'out-of-bounds'],
  [45, 'out-of-bounds'],
  [-0.001, 'out-of-bounds'],
  [0.0455, 'too-fine'],
  [Number.NaN, 'not-a-number'],
  [Number.POSITIVE_INFINITY, 'not-a-number'],
])('%d as a breath reading: %s', (value, problem) => expect(breathProblem(value)).toBe(problem));

test('every thousandth that a device shows is taken', () => {
  for (let thousandths = 0; thousandths <= 600; thousandths += 1) expect(breathProblem(thousandths / 1000)).toBeNull();
});

test.each([
  [0, 'none', 'negative', '0.000 g/210 L: no alcohol in this breath.'],
  [0.012, 'under-limit', 'negative', '0.012 g/210 L: above zero, and under the program’s limit of 0.020 g/210 L.'],
  [0.019, 'under-limit', 'negative', '0.019 g/210 L: above zero, and under the program’s limit of 0.020 g/210 L.'],
  [0.02, 'over-limit', 'presumptive-positive', '0.020 g/210 L: at or above the program’s limit of 0.020 g/210 L.'],
  [0.021, 'over-limit', 'presumptive-positive', '0.021 g/210 L: at or above the program’s limit of 0.020 g/210 L.'],
])('%d is %s, its result %s', (value, reading, result, expected) => {
  expect([breathReading(value, settings), breathResult(value, settings), breathSummary(value, settings)]).toEqual([
    reading,
    result,
    expected,
  ]);
});

test('a program with a limit of 0 counts every reading above zero', () => {
  const strict = { breathAlcoholLimit: 0 };
  expect([0, 0.001].map((value) => breathReading(value, strict))).toEqual(['none', 'over-limit']);
});

test.each([
  [0.045, 'presumptive-positive', '0.045 g/210 L, 6:12 pm, at or above the limit'],
  [0.012, 'negative', '0.012 g/210 L, 6:12 pm, above zero and under the limit'],
  [0, 'negative', '0.000 g/210 L, 6:12 pm'],
] as const)('a reading of %d in the journey’s table', (value, result, expected) =>
  expect(measuredResult({ value, unit: 'g/210 L', time: '18:12' }, result)).toBe(expected),
);

test('a measured value is said with its unit and its time', () => {
  expect(measuredWords({ value: 0.045, unit: 'g/210 L', time: '18:12' })).toBe('0.045 g/210 L, 6:12 pm');
  expect(measuredWords({ value: 310, unit: 'ng/mL', time: null })).toBe('310 ng/mL');
});
