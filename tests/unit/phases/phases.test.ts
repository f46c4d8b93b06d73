import { describe, expect, test } from 'vitest';
import { day } from '#domain/calendar/calendar.ts';
import { latestRating, movedUp } from '#domain/care-plan/goals.ts';
import { criteriaOf, criterionAllowed, type StoredCriterion } from '#domain/phases/criteria.ts';
import { evidenceWords } from '#domain/phases/evidence-words.ts';
import { phaseProgress, phaseWeek, readyForReview, reviewDueOn, type Criterion, type Evidence } from '#domain/phases/phases.ts';
import { defaultSettings as settings } from '#domain/programs/settings.ts';

test.each([
  ['the first day', '2026-08-24', [], 1],
  ['the seventh day', '2026-08-30', [], 1],
  ['the eighth day', '2026-08-31', [], 2],
  ['day 91', '2026-11-23', [], 14],
  ['a week of leave is taken off', '2026-09-07', [{ from: day('2026-08-26'), to: day('2026-09-01') }], 2],
  ['leave that still runs is taken off', '2026-09-07', [{ from: day('2026-08-27'), to: null }], 1],
  ['leave before the phase is not', '2026-08-31', [{ from: day('2026-08-01'), to: day('2026-08-20') }], 2],
])('week of a phase that began on Monday 24 August: %s', (_, on, leaves, week) =>
  expect(phaseWeek(day('2026-08-24'), day(on), leaves)).toBe(week),
);

const criterion = (met: boolean | null): Criterion => ({ code: 'c', label: 'Safety plan current', kind: 'recorded', met, evidence: null });

describe('progress in a phase', () => {
  test('counts what is met, and what is not known as neither', () =>
    expect(phaseProgress([criterion(true), criterion(false), criterion(null)])).toEqual({ met: 1, of: 3, notKnown: 1 }));
  test('is ready for a review when every criterion is met', () => {
    expect(readyForReview(phaseProgress([criterion(true), criterion(true)]))).toBe(true);
    expect(readyForReview(phaseProgress([criterion(true), criterion(null)]))).toBe(false);
    expect(readyForReview(phaseProgress([]))).toBe(false);
  });
  test.each([
    ['No positive screens for 4 weeks', false],
    ['3 negatives in a row', false],
    ['Responded to every result', true],
    ['85% of prescribed hours over 4 weeks', true],
    ['Safety plan current', true],
    ['TB test on record', true],
    ['8 specimens given', true],
    ['30 days without use', false],
    ['4 consecutive screens', false],
    ['60 days sober', false],
  ])('may a phase ask for "%s": %s', (label, allowed) => expect(criterionAllowed({ label })).toBe(allowed));
});

test('a stored criterion that counts results asks for nothing, and the others keep their codes', () => {
  const stored = (label: string): StoredCriterion => ({ label, kind: 'attested', needed: null, metOn: null });
  const phase = { number: 2, from: day('2026-08-24'), criteria: [stored('3 negatives in a row'), stored('Safety plan current')] };
  const criteria = criteriaOf(phase, { weeks: [], goals: [], leaves: [], today: day('2026-09-01') });
  expect(criteria.map(({ code, label }) => [code, label])).toEqual([['2.2', 'Safety plan current']]);
});

test('what is measured comes as facts', () => {
  const measured = (kind: StoredCriterion['kind'], needed: number): StoredCriterion => ({ label: kind, kind, needed, metOn: null });
  const goal = { id: 'g', number: 1, title: 'Home by 10 pm', ratings: [{ on: day('2026-08-30'), level: 0 }] };
  const criteria = criteriaOf(
    {
      number: 1,
      from: day('2026-08-24'),
      criteria: [
        measured('measured-weeks', 1),
        measured('measured-goals', 2),
        measured('measured-hours', 75),
        { ...measured('measured-weeks', 0), kind: 'recorded', metOn: day('2026-08-28') },
      ],
    },
    { weeks: [], goals: [goal], leaves: [], today: day('2026-09-01') },
  );
  expect(criteria.map(({ met, evidence }) => [met, evidence])).toEqual([
    [true, { kind: 'week', week: 2 }],
    [false, { kind: 'goals', reached: 1, of: 1 }],
    [null, null],
    [true, { kind: 'recorded', on: '2026-08-28' }],
  ]);
});

test.each<[Evidence | null, string]>([
  [null, '–'],
  [{ kind: 'week', week: 5 }, 'week 5'],
  [{ kind: 'goals', reached: 2, of: 3 }, '2 of 3'],
  [{ kind: 'hours', share: 0.82 }, '82%'],
  [{ kind: 'recorded', on: day('2026-03-09') }, '9 Mar 2026'],
])('evidence %j is written “%s”', (evidence, text) => expect(evidenceWords(evidence)).toBe(text));

test('a review is due 30 calendar days after the last signature', () =>
  expect(reviewDueOn(day('2026-10-24'), settings)).toBe('2026-11-23'));

describe('goals', () => {
  const ratings = [
    { on: day('2026-11-17'), level: 1 },
    { on: day('2026-09-01'), level: -1 },
    { on: day('2026-10-20'), level: 0 },
  ];
  test('stand at the newest rating up to the day', () => {
    expect(latestRating(ratings, day('2026-11-01'))?.level).toBe(0);
    expect(latestRating(ratings, day('2026-08-01'))).toBeNull();
  });
  test('move up only with a newer, higher rating', () => {
    expect(movedUp(ratings, day('2026-11-16'))).toEqual({ from: 0, to: 1, on: '2026-11-17' });
    expect(movedUp(ratings, day('2026-11-18'))).toBeNull();
    expect(movedUp(ratings.slice(0, 1), day('2026-11-16'))).toBeNull();
  });
});
