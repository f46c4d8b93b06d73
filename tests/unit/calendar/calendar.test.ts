import { describe, expect, test } from 'vitest';
import { clockWords, dayInFull, dayWords, dueWords, untilWords } from '#domain/calendar/words.ts';
import { day, dayFrom, instantFrom, momentOf, openDayAfter, weeksFromTo, type Instant, type OpenDays } from '#domain/calendar/calendar.ts';

const zone = 'America/Chicago';
const at = (text: string): Instant => momentOf(day(text.slice(0, 10)), text.slice(11), zone);

test.each(['2026-11-31', '2026-2-3', '2026-02-29', 'yesterday'])('%s is no day', (text) => expect(dayFrom(text)).toBeNull());

test('a moment without a time zone is no moment', () => expect(instantFrom('2026-03-09T14:05:00')).toBeNull());

test('five in the afternoon stays five across the change to winter time', () => {
  expect(momentOf(day('2026-10-31'), '17:00', zone)).toBe('2026-10-31T22:00:00.000Z');
  expect(momentOf(day('2026-11-01'), '17:00', zone)).toBe('2026-11-01T23:00:00.000Z');
});

describe('open days', () => {
  const open: OpenDays = { weekdays: [1, 2, 3, 4, 5, 6], closed: [day('2026-11-26')], closesAt: '17:00' };
  test.each([
    ['the first after a Saturday is the Monday', '2026-11-21', 1, '2026-11-23'],
    ['the third after a Saturday is the Wednesday', '2026-11-21', 3, '2026-11-25'],
    ['a closure is stepped over', '2026-11-25', 1, '2026-11-27'],
  ])('%s', (_, from, n, expected) => expect(openDayAfter(day(from), n, open)).toBe(expected));
  test('a program with no open weekdays counts calendar days', () =>
    expect(openDayAfter(day('2026-11-21'), 1, { ...open, weekdays: [] })).toBe('2026-11-22'));
});

test('weeks start on Monday, and one that is only touched is listed', () =>
  expect(weeksFromTo(day('2026-11-22'), day('2026-11-23'))).toEqual(['2026-11-16', '2026-11-23']));

test.each([
  ['17:00', '5 pm'],
  ['08:02', '8:02 am'],
  ['12:00', '12 pm'],
  ['00:30', '12:30 am'],
])('%s is said as %s', (time, words) => expect(clockWords(time)).toBe(words));

test('days are said with their weekday', () => {
  expect(dayWords(day('2026-11-21'))).toBe('Sat 21 Nov');
  expect(dayInFull(day('2026-11-23'))).toBe('Monday 23 November 2026');
});

test.each([
  ['2026-11-23T17:00', 'today 5 pm'],
  ['2026-11-24T17:00', 'Tue 5 pm'],
  ['2026-12-01T17:00', 'Tue 1 Dec 5 pm'],
  ['2026-11-20T17:00', 'Fri 20 Nov 5 pm'],
])('on Monday 23 November, %s is due %s', (due, words) => expect(dueWords(at(due), at('2026-11-23T08:02'), zone)).toBe(words));

test.each([
  ['2026-11-23T17:00', 'in 8 h 58 m'],
  ['2026-11-23T08:30', 'in 28 m'],
  ['2026-11-25T17:00', 'in 2 d 8 h'],
  ['2026-11-23T08:02', 'due now'],
  ['2026-11-23T07:10', 'due now'],
  ['2026-11-23T06:00', '2 h past'],
  ['2026-11-20T08:02', '3 d past'],
])('at 8:02 on the Monday, %s is %s', (due, words) => expect(untilWords(at(due), at('2026-11-23T08:02'))).toBe(words));
