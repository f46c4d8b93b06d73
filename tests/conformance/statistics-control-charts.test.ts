import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  assuranceOf,
  individualsSpread,
  limitsOf,
  pooledShare,
  proportionSpread,
  signalsOf,
  type ChartPoint,
  type Spread,
} from '#domain/statistics/control-charts.ts';

const data = process.env.CAIRN_DATA;
const read = <T>(name: string, none: T): T => (data === undefined ? none : JSON.parse(readFileSync(`${data}/stats_spc/${name}`, 'utf8')));

type Limits = { readonly lpl: number; readonly upl: number; readonly expected: string };
type Run = { readonly in: readonly number[]; readonly out: readonly number[] };
type Rules = {
  readonly xmr: {
    readonly y: readonly number[];
    readonly expected: { readonly mean: number; readonly lpl: number; readonly upl: number };
  } | null;
  readonly target_assurance: Readonly<Record<string, readonly Limits[]>>;
  readonly seven_point_trend: readonly Run[];
  readonly 'seven_points_one_side (input = side of mean, output = flag at each point)': readonly Run[];
};
type Row = { readonly cl: number; readonly lcl: number; readonly ucl: number; readonly 'sigma.signal': boolean };
type Montgomery<T> = { readonly input_table: readonly T[]; readonly expected_rows: readonly Row[] };

// Limits far away, so that only the runs speak.
const runs = (values: readonly number[], mean: number): ChartPoint[] => values.map((value) => ({ value, mean, sigma: 1000 / 3 }));

const limitsIn = (spread: Spread | null) => (spread === null ? null : limitsOf(spread));

describe.skipIf(data === undefined)('control charts against published values (runs where CAIRN_DATA names the reference data)', () => {
  const rules = read<Rules>('nhs_plot_the_dots.json', {
    xmr: null,
    target_assurance: {},
    seven_point_trend: [],
    'seven_points_one_side (input = side of mean, output = flag at each point)': [],
  });

  test('individuals limits of the published series', () => {
    const limits = limitsIn(individualsSpread(rules.xmr?.y ?? [], true));
    expect(limits?.mean).toBeCloseTo(rules.xmr?.expected.mean ?? Number.NaN, 6);
    expect(limits?.lower).toBeCloseTo(rules.xmr?.expected.lpl ?? Number.NaN, 4);
    expect(limits?.upper).toBeCloseTo(rules.xmr?.expected.upl ?? Number.NaN, 4);
  });

  test('seven points on one side of the mean', () => {
    const cases = rules['seven_points_one_side (input = side of mean, output = flag at each point)'];
    expect(cases).toHaveLength(4);
    for (const one of cases)
      expect(signalsOf(runs(one.in, 0)).map((signal) => (signal?.rule === 'seven-one-side' ? 1 : 0))).toEqual(one.out);
  });

  test('seven points in a trend', () => {
    expect(rules.seven_point_trend).toHaveLength(3);
    // Around their own middle, so that no run on one side speaks first.
    for (const one of rules.seven_point_trend)
      expect(signalsOf(runs(one.in, 4)).map((signal) => (signal?.rule === 'seven-trend' ? (signal.side === 'above' ? 1 : -1) : 0))).toEqual(
        one.out,
      );
  });

  test.each([
    ['increase_is_better, target 4', 'up-is-better'],
    ['decrease_is_better, target 4', 'down-is-better'],
  ] as const)('assurance where %s', (key, direction) => {
    const named: Readonly<Record<string, string>> = {
      consistent_fail: 'will-miss',
      consistent_pass: 'will-meet',
      inconsistent: 'may-or-may-not',
    };
    const cases = rules.target_assurance[key] ?? [];
    expect(cases).toHaveLength(3);
    for (const { lpl, upl, expected } of cases) expect(assuranceOf({ lower: lpl, upper: upl }, 4, direction)).toBe(named[expected]);
  });

  test('Montgomery example 6.5: individuals limits frozen on the first twenty', () => {
    const { input_table, expected_rows } = read<Montgomery<{ cost: number }>>('qicharts2_ex_6.5_3.json', {
      input_table: [],
      expected_rows: [],
    });
    const limits = limitsIn(individualsSpread(input_table.slice(0, 20).map(({ cost }) => cost)));
    expect(limits?.mean).toBeCloseTo(expected_rows[0]?.cl ?? Number.NaN, 6);
    // The reference divides by 1.128 where 2.66 is its rounded reciprocal times three.
    expect(Math.abs((limits?.lower ?? 0) - (expected_rows[0]?.lcl ?? Number.NaN))).toBeLessThan(0.01);
    expect(Math.abs((limits?.upper ?? 0) - (expected_rows[0]?.ucl ?? Number.NaN))).toBeLessThan(0.01);
  });

  test('Montgomery example 7.1: a p chart without samples 15 and 23, and what falls outside', () => {
    const { input_table, expected_rows } = read<Montgomery<{ count: number; size: number }>>('qicharts2_ex_7.1_5.json', {
      input_table: [],
      expected_rows: [],
    });
    const first = input_table.slice(0, 30).map(({ count, size }) => ({ k: count, n: size }));
    const mean = pooledShare(first.filter((_, index) => index !== 14 && index !== 22)) ?? Number.NaN;
    const limits = first.map(({ n }) => limitsOf(proportionSpread(mean, n)));
    expect(limits).toHaveLength(30);
    for (const [index, limit] of limits.entries()) {
      expect(limit.mean).toBeCloseTo(expected_rows[index]?.cl ?? Number.NaN, 10);
      expect(limit.lower).toBeCloseTo(expected_rows[index]?.lcl ?? Number.NaN, 10);
      expect(limit.upper).toBeCloseTo(expected_rows[index]?.ucl ?? Number.NaN, 10);
    }
    const points = first.map(({ k, n }) => ({ ...proportionSpread(mean, n), value: k / n }));
    const outside = signalsOf(points).flatMap((signal, index) => (signal?.rule === 'outside-limits' ? [index + 1] : []));
    expect(outside).toEqual(expected_rows.slice(0, 30).flatMap((row, index) => (row['sigma.signal'] ? [index + 1] : [])));
  });
});
