import { expect, test } from 'vitest';
import { assuranceOf, limitsOf, proportionSpread, signalsDrawn, signalsOf, type ChartPoint } from '#domain/statistics/control-charts.ts';

/** Mean 50 and one standard deviation 5: limits at 35 and 65, two standard deviations at 40 and 60. */
const points = (...values: (number | null)[]): ChartPoint[] =>
  values.map((value) => (value === null ? null : { value, mean: 50, sigma: 5 }));
const quiet = [51, 49, 52, 48, 51, 49];
const last = (values: (number | null)[]) => signalsOf(points(...values)).findLast((_, index) => values[index] !== null) ?? null;

test.each<[string, (number | null)[], string | null, number | null]>([
  ['nothing but noise', [...quiet, ...quiet], null, null],
  ['seven above', [...quiet, 53, 52, 53, 54, 52, 53, 52], 'seven-one-side above', 7],
  ['eight below', [...quiet, 51, 47, 46, 47, 48, 46, 47, 48, 47], 'seven-one-side below', 8],
  ['six above', [...quiet, 53, 52, 53, 54, 52, 53], null, null],
  ['seven above with one on the mean', [...quiet, 53, 52, 50, 54, 52, 53, 52, 53], null, null],
  ['one outside the limits', [...quiet, ...quiet, 66], 'outside-limits above', 1],
  ['one on the limit', [...quiet, ...quiet, 65], null, null],
  ['seven rising', [...quiet, 46, 47, 48, 49, 50, 51, 52], 'seven-trend above', 7],
  ['seven falling', [...quiet, 54, 53, 52, 51, 50, 49, 48], 'seven-trend below', 7],
  ['six rising', [...quiet, 49, 48, 48.5, 49, 49.5, 50, 51], null, null],
  ['two of three beyond two standard deviations, all below', [...quiet, ...quiet, 39, 49, 38], 'two-of-three below', 3],
  ['the third nearer, all below', [...quiet, ...quiet, 39, 38, 49], 'two-of-three below', 3],
  ['two of three beyond, one of them on the other side', [...quiet, ...quiet, 39, 51, 38], null, null],
  ['two beyond on two sides', [...quiet, ...quiet, 39, 61, 49], null, null],
  ['two of three at two standard deviations exactly', [...quiet, ...quiet, 40, 49, 40], null, null],
  ['two alone', [39, 38], null, null],
  ['a gap ends no run', [...quiet, 53, 52, 53, null, 54, 52, 53, 52], 'seven-one-side above', 7],
  ['gaps end no trend', [...quiet, 46, null, 47, 48, null, null, 49, 50, 51, 52], 'seven-trend above', 7],
  ['a gap ends no pair', [...quiet, 49, 39, null, 38], 'two-of-three below', 3],
  ['a gap behind is not the last word', [...quiet, ...quiet, 66, null], 'outside-limits above', 1],
])('%s', (_, values, signal, rests) => {
  const found = last(values);
  expect(found === null ? null : `${found.rule} ${found.side}`).toBe(signal);
  expect(found?.points ?? null).toBe(rests);
});

test('a point without spread says nothing, however far it lies', () => {
  const flat = [0.9, 0.9, 0.9, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5].map((value) => ({ value, mean: 0.9, sigma: 0 }));
  expect(signalsOf(flat).every((signal) => signal === null)).toBe(true);
});

test('a run is drawn whole, from its first point and past its gaps', () => {
  const values = [49, 53, 52, null, 53, 54, 52, 53, 52, 53];
  expect(signalsDrawn(points(...values)).map((signal) => signal !== null)).toEqual(values.map((value) => value !== null && value > 50));
});

test('two of three are drawn with the third', () => {
  expect(signalsDrawn(points(...quiet, 39, 49, 38)).map((signal) => signal?.rule ?? null)).toEqual([
    ...quiet.slice(1).map(() => null),
    // The point before the three lies below too, and belongs to no signal.
    null,
    'two-of-three',
    'two-of-three',
    'two-of-three',
  ]);
});

test('limits of a share are not cut where a share ends', () => {
  const { lower, upper } = limitsOf(proportionSpread(0.92, 5));
  expect(upper).toBeCloseTo(0.92 + 3 * Math.sqrt((0.92 * 0.08) / 5));
  expect(upper).toBeGreaterThan(1);
  expect(upper - 0.92).toBeCloseTo(0.92 - lower);
});

test('limits step with n', () => {
  expect(proportionSpread(0.5, 10).sigma).toBeGreaterThan(proportionSpread(0.5, 100).sigma);
});

test.each([
  ['limits without width promise nothing', { lower: 1, upper: 1 }, 0.8, null],
  ['limits over the target', { lower: 0.85, upper: 1.1 }, 0.8, 'will-meet'],
  ['limits under the target', { lower: 0.5, upper: 0.79 }, 0.8, 'will-miss'],
  ['limits around the target', { lower: 0.7, upper: 1.1 }, 0.8, 'may-or-may-not'],
  ['no target', { lower: 0.7, upper: 1.1 }, null, 'no-target'],
] as const)('%s', (_, limits, target, assurance) => expect(assuranceOf(limits, target, 'up-is-better')).toBe(assurance));
