import { describe, expect, test } from 'vitest';
import { addDays, day, type Day } from '#domain/calendar/calendar.ts';
import type { MeasureKind } from '#domain/cohort/measures.ts';
import type { Baseline, Rebase } from '#domain/cohort/stretches.ts';
import { chartOf } from '#domain/cohort/trends.ts';
import { variationName, variationWords } from '#domain/cohort/words.ts';

const monday = day('2026-05-25');
type Shares = readonly (readonly [number, number])[];
const weeks = (shares: Shares) =>
  shares.map(([numerator, denominator], index) => ({ week: addDays(monday, index * 7), numerator, denominator }));
const times = <T>(count: number, of: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => of(index));
/** Thirteen weeks at 80% of a hundred. */
const steady = times(13, (index) => [80 + (index === 12 ? 0 : index % 2 === 0 ? 2 : -2), 100] as const);
const raised = times(7, () => [84, 100] as const);
const lowered = times(7, () => [77, 100] as const);

describe('a rebase', () => {
  const at = (week: number): Day => addDays(monday, week * 7);
  const rebase = (week: number, side: 'above' | 'below' = 'above'): Rebase => ({
    from: at(week),
    signal: { rule: 'seven-one-side', side, points: 7 },
  });
  const chart = (shares: Shares, rebases: readonly Rebase[], baselines: readonly Baseline[] = [], kind: MeasureKind = 'collected') =>
    chartOf(kind, weeks(shares), 0.8, { rebases, baselines });

  test('is offered from the weeks of the signal, and only outside of the weeks that limits come from', () => {
    expect(chart([...steady, ...raised], []).trend.signalPeriods).toEqual(times(7, (index) => at(13 + index)));
    expect(chart(steady, []).trend.signalPeriods).toEqual([]);
    const within = [...steady.slice(0, 8), ...times(5, () => [84, 100] as const), ...times(3, () => [84, 100] as const)];
    expect(chart(within, []).trend.signalPeriods).toEqual([at(13), at(14), at(15)]);
  });

  test.each([
    ['collected', 'above', 'Improved, then rebased'],
    ['collected', 'below', 'Worsened, then rebased'],
    ['unexpected', 'above', 'Changed, then rebased'],
  ] as const)('%s %s: %s, with limits on trial and no promise', (kind, side, name) => {
    const { trend, baselines } = chart([...steady, ...(side === 'above' ? raised : lowered)], [rebase(13, side)], [], kind);
    expect(`${variationName(trend.variation)}: ${variationWords(trend.variation, trend.periodWeeks)}`).toBe(
      `${name}: trial limits, 7 of 13 weeks since 24 Aug`,
    );
    expect(trend.assurance).toBeNull();
    expect(trend.points.slice(13).every(({ trial, limits, signal }) => trial && limits !== null && signal === 'common')).toBe(true);
    expect(trend.points.slice(0, 13).every(({ trial, limits }) => !trial && limits?.mean === baselines[0]?.mean)).toBe(true);
    expect(trend.signalPeriods).toEqual([]);
  });

  test('thirteen weeks on, the new limits hold and the chart speaks again', () => {
    const { trend, baselines } = chart([...steady, ...times(13, (index) => [90 + (index % 2 === 0 ? 1 : -1), 100] as const)], [rebase(13)]);
    expect(baselines.map(({ from }) => from)).toEqual([monday, at(13)]);
    expect(trend.variation).toEqual({ kind: 'common-cause' });
    expect(trend.assurance).toBe('will-meet');
  });

  test('no run goes through it', () => {
    const shares = [...steady, ...times(5, () => [84, 100] as const), ...times(14, (index) => [index < 13 ? 84 : 85, 100] as const)];
    const { trend } = chart(shares, [rebase(18)]);
    expect(trend.variation).toEqual({ kind: 'common-cause' });
  });
});
