import { describe, expect, test } from 'vitest';
import { hoursTotals, weeksMetRunning } from '#domain/attendance/hours-totals.ts';
import { hoursUnder } from '#domain/attendance/weeks.ts';
import { hoursSummary, hoursUnderWords, lastWeekWords, weeksMetSummary } from '#domain/attendance/words.ts';
import { addDays, day } from '#domain/calendar/calendar.ts';
import { hoursSentence } from '#domain/clients/journey-words.ts';
import type { WeekOfCare } from '#domain/clients/journey.ts';
import { defaultSettings as settings } from '#domain/programs/settings.ts';

const weeks = (...delivered: (number | null | 'partial')[]): WeekOfCare[] =>
  delivered.map((hours, index) => ({
    week: addDays(day('2026-11-16'), (index - delivered.length + 1) * 7),
    prescribed: 9,
    delivered: hours === 'partial' ? 2 : hours,
    excused: 0,
    cancelled: 0,
    telehealth: 0,
    partial: hours === 'partial',
  }));

describe('hours under three quarters, two full weeks running', () => {
  const today = day('2026-11-23');
  test.each<[string, WeekOfCare[], string | null]>([
    ['both under', weeks(9, 6, 5), '11 of 18 prescribed hours delivered in the last 2 full weeks (61%).'],
    ['exactly three quarters is not under', weeks(9, 6.75, 5), null],
    ['one week only', weeks(9, 9, 5), null],
    ['an unknown week flags nobody', weeks(5, null, 5), null],
    ['a partial week flags nobody', weeks(5, 'partial', 5), null],
    ['one week of care so far', weeks(5), null],
  ])('%s', (_, list, expected) => {
    const under = hoursUnder(list, today, settings);
    expect(under === null ? null : hoursUnderWords(under)).toBe(expected);
  });
  test('against what was offered: a week we cancelled blames nobody', () =>
    expect(
      hoursUnder(
        weeks(6, 6).map((week) => ({ ...week, cancelled: 3 })),
        today,
        settings,
      ),
    ).toBeNull());
});

test('totals leave unknown weeks out and say so', () => {
  const totals = hoursTotals(weeks(9, 6, null, 'partial'));
  expect(totals).toEqual({ delivered: 17, prescribed: 27, excused: 0, met: 1, full: 2, unknown: 1 });
  expect(hoursSummary(totals)).toBe('Delivered 17 of 27 prescribed hours (63%). 1 week not known.');
});

test('where nothing is known nothing is counted as none', () => {
  expect(weeksMetSummary(hoursTotals(weeks(null, null)), null)).toBe('No full week with known hours.');
  expect(hoursSentence(weeks(null, null))).toBe('Hours aren’t known.');
});

test('hours met running back from the newest full week', () => {
  expect(weeksMetRunning(weeks(9, 5, 9, 10, 'partial'))).toBe(2);
  expect(weeksMetRunning(weeks(9, null))).toBe(0);
});

test('last week unknown is said', () => {
  expect(lastWeekWords(weeks(8.5)[0] ?? null)).toBe('8.5 of 9 h last week');
  expect(lastWeekWords(weeks(null)[0] ?? null)).toBe('hours last week not known, 9 h prescribed');
});

test('hours under three quarters of what was offered are said of what was offered, with what we cancelled', () => {
  const under = hoursUnder(
    weeks(4, 3).map((week) => ({ ...week, cancelled: 3 })),
    day('2026-11-23'),
    settings,
  );
  expect(under === null ? null : hoursUnderWords(under)).toBe(
    '7 of 12 hours offered were delivered in the last 2 full weeks (58%); 6 of 18 prescribed were cancelled by us.',
  );
});

test('a week that offered nothing is neither met nor missed, and ends no run', () => {
  const holiday = weeks(9, 0, 9).map((week, index) => (index === 1 ? { ...week, cancelled: 9 } : week));
  expect(weeksMetRunning(holiday)).toBe(2);
  expect(hoursTotals(holiday)).toMatchObject({ met: 2, full: 2 });
});

test.each<[string, WeekOfCare[], string]>([
  ['an episode that has no week yet', [], 'No hours yet.'],
  [
    'begun today, on a day without a session',
    weeks('partial').map((week) => ({ ...week, prescribed: 0 })),
    'Delivered 2 hours; none were prescribed for these days.',
  ],
  ['begun today, on a scheduled day', weeks('partial').map((week) => ({ ...week, prescribed: 3 })), 'Delivered 2 of 3 prescribed hours.'],
  ['without a prescription', weeks(9).map((week) => ({ ...week, prescribed: null })), 'Delivered 9 hours; prescribed hours aren’t known.'],
])('%s: %s', (_, list, sentence) => expect(hoursSentence(list)).toBe(sentence));
