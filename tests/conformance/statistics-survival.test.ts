import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { kaplanMeier, logLimits, medianOf } from '#domain/statistics/survival.ts';

const data = process.env.CAIRN_DATA;

type Row = { readonly time: number; readonly status: 0 | 1; readonly x: string };
type Expected = {
  readonly n: number;
  readonly events: number;
  readonly median: number;
  readonly median_95ci: readonly [number, number | null];
  readonly table_time_nrisk_nevent_survival_se: readonly (readonly [number, number, number, number, number | null])[];
  readonly ci95_log?: readonly (readonly [number, number])[];
};
type Reference = { readonly rows: readonly Row[]; readonly expected: Readonly<Record<string, Expected>> };

describe.skipIf(data === undefined)(
  'survival against the published leukaemia trial (runs where CAIRN_DATA names the reference data)',
  () => {
    const reference: Reference =
      data === undefined ? { rows: [], expected: {} } : JSON.parse(readFileSync(`${data}/stats_kaplan_meier/aml.json`, 'utf8'));
    const curveOf = (arm: string) =>
      kaplanMeier(
        reference.rows.filter(({ x }) => x === arm).map(({ time, status }) => ({ time, event: status === 1 })),
        logLimits,
      );

    test('both arms are there', () => expect(reference.rows).toHaveLength(23));

    test.each(['Maintained', 'Nonmaintained'])('%s: numbers at risk, survival and its standard error as R prints them', (arm) => {
      const steps = curveOf(arm).filter(({ events }) => events > 0);
      const table = reference.expected[arm]?.table_time_nrisk_nevent_survival_se ?? [];
      expect(steps.map(({ time, atRisk, events }) => [time, atRisk, events])).toEqual(
        table.map(([time, atRisk, events]) => [time, atRisk, events]),
      );
      for (const [index, [, , , survival, standardError]] of table.entries()) {
        expect(steps[index]?.survival).toBeCloseTo(survival, 3);
        // The last step reaches 0, where R prints no standard error.
        expect(steps[index]?.standardError).toBeCloseTo(standardError ?? 0, 3);
      }
    });

    test('the limits on the log scale', () => {
      const steps = curveOf('Maintained').filter(({ events }) => events > 0);
      const limits = reference.expected.Maintained?.ci95_log ?? [];
      expect(limits).toHaveLength(7);
      for (const [index, [low, high]] of limits.entries()) {
        expect(steps[index]?.low).toBeCloseTo(low, 3);
        expect(steps[index]?.high).toBeCloseTo(high, 2);
      }
    });

    test.each(['Maintained', 'Nonmaintained'])('%s: the median and its limits', (arm) => {
      const { median, low, high } = medianOf(curveOf(arm));
      expect([median, [low, high]]).toEqual([reference.expected[arm]?.median, reference.expected[arm]?.median_95ci]);
    });
  },
);
