import { describe, expect, test } from 'vitest';
import { hoursBarOf, hoursColumnsOf } from '#domain/attendance/hours-bars.ts';
import { barAt } from '#domain/attendance/hours-columns.ts';
import { runsOf, steppedPath, trendScale, type TrendPoint } from '#charts/trend/trend-scale.ts';
import { collectedBars, countScale, FOOT, type CollectedWeek } from '#charts/cohort/collected-layout.ts';
import { curvePath, heapsOf, hourScale, shareAt } from '#charts/cohort/answer-layout.ts';
import { spanWords } from '#charts/cohort/answer-words.ts';
import { day } from '#domain/calendar/calendar.ts';
import type { WeekOfCare } from '#domain/clients/journey.ts';

const week = (facts: Partial<WeekOfCare>): WeekOfCare => ({
  week: day('2026-11-16'),
  prescribed: 9,
  delivered: 9,
  excused: 0,
  cancelled: 0,
  telehealth: 0,
  partial: false,
  ...facts,
});

describe('the hours of a week', () => {
  test.each<[string, Partial<WeekOfCare>, string, number]>([
    ['all that was prescribed', {}, 'met', 1],
    ['exactly 75 %', { delivered: 6.75 }, 'met', 0.75],
    ['under 75 %', { delivered: 6.7 }, 'low', 6.7 / 9],
    ['nothing at all', { delivered: 0 }, 'low', 0],
    ['more than half as much again', { delivered: 20 }, 'met', 1.5],
    ['a partial week is never low', { delivered: 2, partial: true }, 'partial', 2 / 9],
    ['unknown hours are no bar', { delivered: null }, 'unknown', 0],
    ['an unknown prescription is no bar', { prescribed: null }, 'unknown', 0],
    ['a week without a prescription', { prescribed: 0, delivered: 0 }, 'nothing-prescribed', 0],
    ['what the program cancelled is not held against anybody', { delivered: 6, cancelled: 3 }, 'met', 1],
  ])('%s', (_, facts, kind, delivered) => {
    expect(hoursBarOf(week(facts)).kind).toBe(kind);
    expect(hoursBarOf(week(facts)).delivered).toBeCloseTo(delivered);
  });

  test('excused hours are drawn above what was delivered and never past the waterline', () => {
    expect(hoursBarOf(week({ delivered: 6, excused: 3 })).excused).toBeCloseTo(1 / 3);
    expect(hoursBarOf(week({ delivered: 8, excused: 3 })).excused).toBeCloseTo(1 / 9);
  });

  test('weeks in order are columns of whole percent', () => {
    expect(hoursColumnsOf([week({ delivered: null }), week({ delivered: 6, excused: 3 }), week({})])).toEqual({
      kinds: '?lm',
      delivered: [0, 67, 100],
      excused: [0, 33, 0],
    });
    const columns = hoursColumnsOf([week({ prescribed: 0, delivered: 0 }), week({ delivered: 2, partial: true })]);
    expect([0, 1, 2].map((index) => barAt(columns, index).kind)).toEqual(['nothing-prescribed', 'partial', 'unknown']);
    expect(hoursColumnsOf([week({})])).toEqual({ kinds: 'm', delivered: [100] });
  });
});

describe('a trend', () => {
  const points: TrendPoint[] = [10, null, 30, 40].map((value, index) => ({
    value,
    signal: 'common',
    from: index / 4,
    to: (index + 1) / 4,
    limits: null,
    trial: false,
  }));
  const none = { median: null, target: null };

  test('a week without a value breaks the line', () => {
    expect(runsOf(points, 100, 0, (value) => value).map((run) => run.length)).toEqual([1, 2]);
  });

  test('the target is always in view', () => {
    const y = trendScale(points, { ...none, target: 90 }, 40, 6);
    expect([y(90), y(10)]).toEqual([6, 34]);
  });

  test('flat data lies in the middle, and no data is no fault', () => {
    expect(trendScale([{ value: 5, limits: null }], none, 40, 6)(5)).toBe(20);
    expect(trendScale([], none, 40, 6)(5)).toBe(20);
  });

  test('each period lies in the middle of its time, and limits step with it, apart where they are on trial', () => {
    const limits = { mean: 30, lower: 20, upper: 40 };
    const two = points.slice(2).map((point, index) => ({ ...point, limits, trial: index === 1 }));
    expect(runsOf(two, 100, 0, (value) => value)[0]?.map(({ x }) => x)).toEqual([62.5, 87.5]);
    const at = { x: (share: number) => share * 100, y: (value: number) => value };
    expect(steppedPath(two, 'upper', false, at)).toBe('M50 40H75');
    expect(steppedPath(two, 'lower', true, at)).toBe('M75 20H100');
    expect(steppedPath(points, 'mean', false, at)).toBe('');
  });
});

describe('collected of scheduled', () => {
  const counts = { notCollected: 9, declined: 3, unable: 1, excused: 2, cancelled: 0 };
  const weeks: CollectedWeek[] = [{ week: day('2026-10-05'), scheduled: 112, collected: 99, ...counts }];

  test('the scale has round numbers', () => {
    expect(countScale(weeks).ticks).toEqual([0, 50, 100]);
    expect(countScale([]).ticks).toEqual([0, 1]);
  });

  test('collected stands inside scheduled', () => {
    const [bar] = collectedBars(weeks, countScale(weeks).top, 532);
    expect(bar?.collected).toBeLessThan(bar?.scheduled ?? 0);
    expect(bar?.scheduled).toBeLessThan(FOOT);
  });
});

describe('time to an answer', () => {
  const curve = [
    { hours: 10, share: 0.25 },
    { hours: 52, share: 0.5 },
    { hours: 200, share: 0.9 },
  ];

  test.each([
    [5, 0],
    [10, 0.25],
    [72, 0.5],
    [300, 0.9],
  ])('at %i hours %d were answered', (hours, share) => expect(shareAt(curve, hours)).toBe(share));

  test('the curve ends with the week, and what comes later does not raise it', () => {
    expect(curvePath(curve, hourScale(548)).match(/V/g)).toHaveLength(2);
  });

  test.each([
    [19.5, '19 h'],
    [163, '6 d 19 h'],
    [4511, '187 d'],
  ])('%d hours are %s', (hours, said) => expect(spanWords(hours)).toBe(said));

  test('open results that would lie on each other are counted, and one by itself is not', () =>
    expect(heapsOf([532, 40, 532, 200, 204, 532])).toEqual([
      { at: 200, count: 2 },
      { at: 532, count: 3 },
    ]));
});
