import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { bandOf, instrumentOf } from '#domain/instruments/instruments.ts';
import { goalAttainment } from '#domain/statistics/goal-attainment.ts';

const data = process.env.CAIRN_DATA;
const read = <T>(name: string, none: T): T => (data === undefined ? none : JSON.parse(readFileSync(`${data}/${name}`, 'utf8')));

type Case = {
  readonly scores: readonly (number | null)[];
  readonly weights: readonly number[];
  readonly rho: number;
  readonly expected_T: number;
};
type Goals = {
  readonly cases: readonly Case[];
  readonly equal_weight_conversion_by_number_of_goals: Readonly<Record<string, Readonly<Record<string, number>>>>;
};
type Scale = { readonly total_range?: readonly [number, number]; readonly bands?: Readonly<Record<string, readonly [number, number]>> };

/** A set of levels that adds up to a sum. */
function levelsOf(goals: number, sum: number): number[] {
  const levels = Array.from({ length: goals }, () => 0);
  for (let left = sum, index = 0; left !== 0; index += 1) {
    levels[index] = Math.max(-2, Math.min(2, left));
    left -= levels[index] ?? 0;
  }
  return levels;
}

describe.skipIf(data === undefined)('scores against published values (run where CAIRN_DATA names the reference data)', () => {
  test('goal attainment T', () => {
    const { cases } = read<Goals>('stats_goal_attainment/gas_t_scores.json', { cases: [], equal_weight_conversion_by_number_of_goals: {} });
    expect(cases).toHaveLength(7);
    for (const { scores, weights, rho, expected_T } of cases)
      expect(
        goalAttainment(
          scores.map((level, index) => ({ level, weight: weights[index] ?? 1 })),
          rho,
        ),
      ).toBeCloseTo(expected_T, 4);
  });

  test('the conversion table for goals of equal weight', () => {
    const { equal_weight_conversion_by_number_of_goals: table } = read<Goals>('stats_goal_attainment/gas_t_scores.json', {
      cases: [],
      equal_weight_conversion_by_number_of_goals: {},
    });
    const rows = Object.entries(table).flatMap(([goals, row]) =>
      Object.entries(row).map(([sum, score]) => [Number(goals), Number(sum), score] as const),
    );
    expect(rows.length).toBeGreaterThan(40);
    for (const [goals, sum, score] of rows)
      expect(goalAttainment(levelsOf(goals, sum).map((level) => ({ level, weight: 1 })))).toBeCloseTo(score, 2);
  });

  test.each(['PHQ-9', 'GAD-7'])('the published bands of the %s', (name) => {
    const scale = read<Readonly<Record<string, Scale>>>('stats_scales/scale_scoring.json', {})[name];
    expect(instrumentOf(name)?.maximum).toBe(scale?.total_range?.[1]);
    const bands = Object.entries(scale?.bands ?? {});
    expect(bands.length).toBeGreaterThan(3);
    for (const [band, [from, to]] of bands) expect([bandOf(name, from), bandOf(name, to)]).toEqual([band, band]);
  });
});
