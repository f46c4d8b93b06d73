import { describe, expect, test } from 'vitest';
import { addDays, day, type Day } from '#domain/calendar/calendar.ts';
import { periodsOf } from '#domain/cohort/periods.ts';
import { chartOf } from '#domain/cohort/trends.ts';
import { assuranceWords, variationName, variationWords } from '#domain/cohort/words.ts';
import type { MeasureKind } from '#domain/cohort/measures.ts';

const monday = day('2026-05-25');
const weeks = (shares: readonly (readonly [number, number])[], from: Day = monday) =>
  shares.map(([numerator, denominator], index) => ({ week: addDays(from, index * 7), numerator, denominator }));
const times = <T>(count: number, of: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => of(index));
/** Thirteen weeks at 80% of a hundred. */
const steady = times(13, (index) => [80 + (index === 12 ? 0 : index % 2 === 0 ? 2 : -2), 100] as const);
const raised = times(7, () => [84, 100] as const);
const lowered = times(7, () => [77, 100] as const);
const trendOf = (kind: MeasureKind, shares: Parameters<typeof weeks>[0], target: number | null) =>
  chartOf(kind, weeks(shares), target).trend;
const words = ({ variation, periodWeeks }: ReturnType<typeof trendOf>) =>
  `${variationName(variation)}: ${variationWords(variation, periodWeeks)}`;

test('seven weeks above the mean of the first thirteen are an improvement, and all seven are drawn so', () => {
  const trend = trendOf('collected', [...steady, ...raised], 0.8);
  expect(trend.variation).toEqual({ kind: 'improvement', rule: 'seven-one-side', side: 'above', points: 7, more: false });
  expect(trend.points.map(({ signal }) => signal)).toEqual([...steady.map(() => 'common'), ...raised.map(() => 'improve')]);
  expect(trend.points.at(-1)?.limits?.mean).toBeCloseTo(0.8);
  expect(trend.baseline).toMatchObject({ from: monday, to: addDays(monday, 84) });
});

test.each([
  ['fewer screens collected is a concern', 'collected', 'concern', 'concern'],
  ['fewer unexpected results are neither better nor worse', 'unexpected', 'special-cause', 'neutral'],
] as const)('%s', (_, kind, variation, signal) => {
  const trend = trendOf(kind, [...steady, ...lowered], null);
  expect(trend.variation.kind).toBe(variation);
  expect(trend.points.at(-1)?.signal).toBe(signal);
});

test.each([
  ['the target lies under the limits', 0.5, 'will-meet'],
  ['the target lies over the limits', 0.99, 'will-miss'],
  ['the target lies between the limits', 0.8, 'may-or-may-not'],
  ['no target is set', null, 'no-target'],
] as const)('%s', (_, target, assurance) => {
  expect(trendOf('answered', steady, target).assurance).toBe(assurance);
});

test('twelve weeks are too few for a signal, say nothing about a target, and are drawn with their median', () => {
  const trend = trendOf(
    'answered',
    times(12, (index) => [index < 11 ? 90 : 10, 100] as const),
    0.8,
  );
  expect(trend.variation).toEqual({ kind: 'too-few', points: 12 });
  expect(trend.assurance).toBeNull();
  expect(trend.points.every(({ signal, limits }) => signal === 'common' && limits === null)).toBe(true);
  expect(trend.median).toBe(0.9);
  expect(words(trend)).toBe('Too few weeks: trial, 12 of 13 weeks');
});

test('a week with nothing to count is a gap, not a zero, and the last that has a number speaks', () => {
  const trend = trendOf('answered', [...steady, ...raised, [0, 0]], 0.8);
  expect(trend.points.at(-1)).toMatchObject({ denominator: 0, limits: null, signal: 'common' });
  expect(trend.variation.kind).toBe('improvement');
});

test('gaps before thirteen weeks with a number are not among the thirteen', () => {
  const trend = trendOf('answered', [[0, 0], ...steady.slice(0, 6), [0, 0], [0, 0], ...steady.slice(6)], 0.8);
  expect(trend.baseline).toMatchObject({ from: addDays(monday, 7), to: addDays(monday, 7 * 15) });
});

test('no weeks at all have no limits and no verdict', () => {
  expect(chartOf('hours', [], 0.9)).toMatchObject({
    baselines: [],
    trend: { points: [], baseline: null, variation: { kind: 'too-few', points: 0 }, assurance: null },
  });
});

test('limits of the hours’ share are drawn between none and all, and read without a cut', () => {
  // Mean 0.94; one standard deviation is 0.06. Uncut, two of three at 1 lie within two; cut at 1 they would lie near the limit.
  const base = times(13, (index) => [index % 2 === 0 ? 97 : 91, 100] as const);
  const trend = trendOf('hours', [...base, [100, 100], [98, 100], [100, 100]], 0.9);
  expect(trend.points.at(-1)?.limits?.upper).toBe(1);
  expect(trend.variation).toEqual({ kind: 'common-cause' });
});

describe('few events a week', () => {
  test.each([
    ['60 a week at 80%', 60, 0.8, 1],
    ['20 a week at 80%: four don’t happen, so weeks are taken by four', 20, 0.8, 4],
    ['5 a week at 50%', 5, 0.5, 4],
    ['5 a week at 92%: five don’t happen in thirteen weeks', 5, 0.92, 13],
    ['1 a week at 50%', 1, 0.5, 13],
    ['2 a week at 90%', 2, 0.9, null],
    ['all of them, always', 40, 1, null],
  ])('%s', (_, n, share, length) => {
    // Whole events whose sum comes to the share.
    const counts = times(13 * 13, (index) => Math.round((index + 1) * n * share) - Math.round(index * n * share));
    expect(
      trendOf(
        'answered',
        counts.map((k) => [k, n] as const),
        0.8,
      ).periodWeeks,
    ).toBe(length);
  });

  test('where no period is long enough, there is no verdict and nothing is promised', () => {
    const trend = trendOf(
      'answered',
      times(40, () => [1, 1] as const),
      0.8,
    );
    expect(words(trend)).toBe('Too few to judge: counts only');
    expect(assuranceWords(trend)).toBe('Too few to judge');
    expect(trend.points.every(({ limits, signal }) => limits === null && signal === 'common')).toBe(true);
  });

  test('before there is a whole period, its weeks are shown one by one', () => {
    const trend = trendOf(
      'answered',
      times(3, () => [4, 6] as const),
      0.8,
    );
    expect([words(trend), trend.points.length]).toEqual(['Too few weeks: trial, 3 of 13 weeks', 3]);
    expect(
      words(
        trendOf(
          'answered',
          times(4, () => [4, 6] as const),
          0.8,
        ),
      ),
    ).toBe('Too few weeks: trial, 1 of 13 periods of 4 weeks');
  });

  test('a range of weeks shows thirteen of its longer periods, and each is whole', () => {
    const all = weeks(times(70, () => [8, 10] as const));
    const { trend } = chartOf('answered', all, 0.8, { rebases: [], baselines: [] }, addDays(monday, 7 * 60));
    expect(trend.points).toHaveLength(13);
    expect(trend.points.every(({ denominator, weeks: long }) => denominator === 40 && long === 4)).toBe(true);
    expect(trend.weeks).toHaveLength(10);
  });
});

describe('no spread', () => {
  test.each([
    ['all hours, always', times(20, () => [100, 100] as const)],
    ['all hours, then fewer', [...times(13, () => [100, 100] as const), ...times(7, () => [90, 100] as const)]],
  ])('%s: nothing is said of the process or of the target', (_, shares) => {
    const trend = trendOf('hours', shares, 0.9);
    expect(words(trend)).toBe('No verdict: the first 13 weeks are all equal');
    expect(trend.assurance).toBeNull();
    expect(assuranceWords(trend)).toBe('No spread to say it from');
  });
});

describe('limits are those of the beginning', () => {
  const all = weeks([...steady, ...raised, ...times(20, () => [90, 100] as const)]);

  test.each([0, 10, 20, 30, 39])('shown from week %i on, the verdict and the limits are the same', (from) => {
    const whole = chartOf('collected', all, 0.8).trend;
    const { trend } = chartOf('collected', all, 0.8, { rebases: [], baselines: [] }, addDays(monday, from * 7));
    expect(trend.variation).toEqual(whole.variation);
    expect(trend.assurance).toBe(whole.assurance);
    expect(trend.points).toEqual(whole.points.slice(from));
  });

  test('kept, they stay when their weeks are counted otherwise, and earlier weeks have none', () => {
    const { baselines } = chartOf('collected', all, 0.8);
    const [kept] = baselines;
    const corrected = [...weeks([[1, 100]], addDays(monday, -7)), ...all.map((week) => ({ ...week, numerator: week.numerator - 20 }))];
    const { trend } = chartOf('collected', corrected, 0.8, { rebases: [], baselines });
    expect(trend.points.at(-1)?.limits?.mean).toBeCloseTo(kept?.mean ?? 0);
    expect(trend.points[0]).toMatchObject({ limits: null, signal: 'common' });
  });

  test('a run that began before the weeks that were read is said to be at least so long', () => {
    const { baselines } = chartOf('collected', all, 0.8);
    const { trend } = chartOf('collected', all.slice(-12), 0.8, { rebases: [], baselines });
    expect(words(trend)).toBe('Improving: 12 weeks or more above mean');
    const long = weeks([...steady, ...times(27, () => [84, 100] as const)]);
    expect(words(chartOf('collected', long, 0.8).trend)).toBe('Improving: 27 weeks above mean');
  });

  test('kept, a chart can be read from any week on', () => {
    const whole = chartOf('collected', all, 0.8);
    const part = chartOf('collected', all.slice(14), 0.8, { rebases: [], baselines: whole.baselines });
    expect(part.trend.points).toEqual(whole.trend.points.slice(14));
    expect(part.baselines).toEqual(whole.baselines);
  });
});

test.each<[string, number, 1 | 4, readonly number[]]>([
  ['weeks that begin with the first period', 0, 4, [0, 4]],
  ['weeks that begin within a period begin with the next', 1, 4, [4]],
  ['weeks that begin with the second period', 4, 4, [4, 8]],
  ['weeks from before the first period', -2, 4, [0, 4]],
  ['weeks one by one', 3, 1, [3, 4, 5, 6, 7, 8, 9, 10, 11]],
])('periods of %s', (_, start, length, begins) => {
  const counted = weeks(
    times(start < 0 ? 11 : 9, () => [1, 2] as const),
    addDays(monday, start * 7),
  );
  const periods = periodsOf(counted, monday, length);
  expect(periods.map(({ week, denominator }) => [week, denominator])).toEqual(begins.map((at) => [addDays(monday, at * 7), 2 * length]));
});
