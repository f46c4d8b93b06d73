import { describe, expect, test } from 'vitest';
import { day, type Day } from '#domain/calendar/calendar.ts';
import {
  agreedNext,
  moveProblem,
  nextReviewOn,
  planReviewDueOn,
  reviewProblems,
  type ReviewProblem,
  type ReviewEntry,
} from '#domain/care-plan/reviews.ts';
import { defaultSettings as settings } from '#domain/programs/settings.ts';

const today = day('2026-11-23');
const opened = day('2026-06-08');
const on = (text: string): Day => day(text);
const entry = (more: Partial<ReviewEntry> = {}): ReviewEntry => ({
  what: 'care-plan',
  on: today,
  nextOn: on('2026-12-23'),
  rating: null,
  decision: null,
  ...more,
});

test('the next review is proposed 30 days on', () => expect(nextReviewOn(today, settings)).toBe('2026-12-23'));

describe('when the care plan is due for review', () => {
  test.each<[string, readonly Day[], readonly { on: Day; nextOn: Day | null }[], Day | null]>([
    ['nobody has signed anything', [], [], null],
    ['30 days after the only signature', [on('2026-11-01')], [], on('2026-12-01')],
    ['30 days after the last of two', [on('2026-11-10'), on('2026-10-01')], [], on('2026-12-10')],
    ['the day that a later review agreed', [on('2026-11-01')], [{ on: on('2026-11-20'), nextOn: on('2026-12-04') }], on('2026-12-04')],
    [
      'a signature after the review makes a version, and moves no day',
      [on('2026-11-22')],
      [{ on: on('2026-11-20'), nextOn: on('2026-12-04') }],
      on('2026-12-04'),
    ],
    [
      'a review of the same day is the later word',
      [on('2026-11-20')],
      [{ on: on('2026-11-20'), nextOn: on('2026-12-04') }],
      on('2026-12-04'),
    ],
    [
      'the newest of two reviews, whatever their order',
      [],
      [
        { on: on('2026-11-20'), nextOn: on('2026-12-04') },
        { on: on('2026-10-01'), nextOn: on('2026-12-30') },
      ],
      on('2026-12-04'),
    ],
  ])('%s', (_, signed, reviews, due) => expect(planReviewDueOn(signed, reviews, settings)).toBe(due));
});

test('a review that agreed no next one leaves none', () => {
  expect(agreedNext([])).toBeNull();
  expect(
    agreedNext([
      { on: on('2026-10-01'), nextOn: on('2026-11-01') },
      { on: on('2026-11-01'), nextOn: null },
    ]),
  ).toBeNull();
});

describe('what keeps a review from being signed', () => {
  test.each<[string, Partial<ReviewEntry>, readonly ReviewProblem[]]>([
    ['nothing', {}, []],
    ['a goal with a rating', { what: 'goal', rating: 2 }, []],
    ['a goal without one', { what: 'goal' }, []],
    ['a phase and its decision', { what: 'phase', decision: 'stay' }, []],
    ['an instrument without a next day', { what: 'instrument', nextOn: null }, []],
    ['a day to come', { on: on('2026-11-24') }, ['not-yet']],
    ['a day before care', { on: on('2026-06-07') }, ['before-care']],
    ['a plan without a next day', { nextOn: null }, ['next-missing']],
    ['a next day that is today', { nextOn: today }, ['next-not-ahead']],
    ['a rating of a phase', { what: 'phase', decision: 'stay', rating: 1 }, ['rating-of-no-goal']],
    ['a phase without a decision', { what: 'phase' }, ['decision-missing']],
    ['a decision about a goal', { what: 'goal', decision: 'move-on' }, ['decision-of-no-phase']],
  ])('%s', (_, more, problems) => expect(reviewProblems(entry(more), opened, today)).toEqual(problems));
});

test.each([
  ['a later day', 2, '2026-11-23', null],
  ['the day the phase began', 2, '2026-10-05', 'began-that-day'],
  ['the last phase', 4, '2026-11-23', 'last-phase'],
])('moving on, %s', (_, number, when, problem) => expect(moveProblem({ number, from: day('2026-10-05') }, day(when))).toBe(problem));
