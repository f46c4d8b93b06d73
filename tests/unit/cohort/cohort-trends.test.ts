import { expect, test } from 'vitest';
import { addDays, day } from '#domain/calendar/calendar.ts';
import { countedAs, tallyOf, type CohortRow } from '#domain/cohort/rows.ts';
import { trendOf } from '#domain/cohort/trends.ts';
import { hoursDelivered, type HoursFact } from '#domain/cohort/measures.ts';

const monday = day('2026-05-25');
const weeks = (shares: readonly (readonly [number, number])[]) =>
  shares.map(([numerator, denominator], index) => ({ week: addDays(monday, index * 7), numerator, denominator }));
const steady = Array.from({ length: 12 }, (_, index) => [80 + (index % 2 === 0 ? 2 : -2), 100] as const);
const raised = Array.from({ length: 7 }, () => [84, 100] as const);
const lowered = Array.from({ length: 7 }, () => [77, 100] as const);

test('seven weeks above the mean of the first twelve are an improvement, and all seven are drawn so', () => {
  const trend = trendOf('collected', weeks([...steady, ...raised]), 0.8);
  expect(trend.variation).toEqual({ kind: 'improvement', rule: 'seven-one-side', side: 'above', points: 7 });
  expect(trend.points.map(({ signal }) => signal)).toEqual([...steady.map(() => 'common'), ...raised.map(() => 'improve')]);
  expect(trend.limits?.mean).toBeCloseTo(0.8);
});

test.each([
  ['fewer screens collected is a concern', 'collected', 'concern', 'concern'],
  ['fewer unexpected results are neither better nor worse', 'unexpected', 'special-cause', 'neutral'],
] as const)('%s', (_, kind, variation, signal) => {
  const trend = trendOf(kind, weeks([...steady, ...lowered]), null);
  expect(trend.variation.kind).toBe(variation);
  expect(trend.points.at(-1)?.signal).toBe(signal);
});

test.each([
  ['the target lies under the limits', 0.5, 'will-meet'],
  ['the target lies over the limits', 0.99, 'will-miss'],
  ['the target lies between the limits', 0.8, 'may-or-may-not'],
  ['no target is set', null, 'no-target'],
] as const)('%s', (_, target, assurance) => {
  expect(trendOf('answered', weeks(steady), target).assurance).toBe(assurance);
});

test('eleven weeks are too few for a signal, and say nothing about a target', () => {
  const trend = trendOf('answered', weeks(Array.from({ length: 11 }, (_, index) => [index < 10 ? 90 : 10, 100] as const)), 0.8);
  expect(trend.variation).toEqual({ kind: 'too-few', points: 11 });
  expect(trend.assurance).toBeNull();
  expect(trend.points.every(({ signal }) => signal === 'common')).toBe(true);
});

test('a week with nothing to count is a gap, not a zero', () => {
  const trend = trendOf('answered', weeks([...steady, [0, 0]]), 0.8);
  expect(trend.points.at(-1)).toMatchObject({ denominator: 0, limits: null, signal: 'common' });
  expect(trend.limits?.mean).toBeCloseTo(0.8);
});

test('no weeks at all have no limits and no verdict', () => {
  expect(trendOf('hours', [], 0.9)).toEqual({ points: [], limits: null, variation: { kind: 'too-few', points: 0 }, assurance: null });
});

test('limits of the hours’ share stay between none and all', () => {
  const trend = trendOf('hours', weeks(Array.from({ length: 12 }, (_, index) => [index % 2 === 0 ? 95 : 60, 100] as const)), 0.9);
  expect(trend.limits?.upper).toBe(1);
  expect(trend.limits?.lower).toBeGreaterThanOrEqual(0);
});

const week = (
  delivered: number | null,
  offered: number | null,
  exclusion: CohortRow<HoursFact>['exclusion'] = null,
): CohortRow<HoursFact> => ({
  id: `${delivered}/${offered}`,
  clientId: 'a',
  on: monday,
  fact: { clientId: 'a', week: monday, delivered, offered },
  exclusion,
});

test.each([
  ['all that was offered', week(9, 9), { countStatus: 'met', reason: null }],
  ['more than was offered', week(12, 9), { countStatus: 'met', reason: null }],
  ['less than was offered', week(3, 9), { countStatus: 'not-met', reason: null }],
  ['none of what was offered', week(0, 9), { countStatus: 'not-met', reason: null }],
  ['a prescription nobody knows', week(9, null), { countStatus: 'left-out', reason: 'hours-unknown' }],
  ['nothing offered', week(0, 0, 'nothing-offered'), { countStatus: 'left-out', reason: 'nothing-offered' }],
])('a week with %s', (_, row, counted) => expect(countedAs(row, hoursDelivered)).toEqual(counted));

test('the rows of a tally stand as often as its number says', () => {
  expect(tallyOf([week(12, 9), week(3, 9), week(null, 9), week(0, 0, 'nothing-offered')], hoursDelivered)).toEqual({
    numerator: 12,
    denominator: 18,
    excluded: [
      { reason: 'hours-unknown', count: 1 },
      { reason: 'nothing-offered', count: 1 },
    ],
    separate: [],
    people: 1,
    met: 1,
    notMet: 1,
    leftOut: 2,
  });
});
