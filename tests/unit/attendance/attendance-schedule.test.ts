import { describe, expect, test } from 'vitest';
import { enrollmentWeekdays, scheduledDays, scheduleIn, type Enrollment } from '#domain/attendance/scheduled-days.ts';
import { prescribedIn } from '#domain/attendance/client-week.ts';
import { addDays, day, daysFromTo } from '#domain/calendar/calendar.ts';

const monday = day('2026-11-16');
const week = daysFromTo(monday, addDays(monday, 6));
const booking = (weekdays: readonly number[], from = '2026-11-01', to: string | null = null): Enrollment => ({
  from: day(from),
  to: to === null ? null : day(to),
  weekdays,
});
const evenings = [1, 3, 5];

test.each<[string, number[] | null, number[], number[]]>([
  ['all of the group’s where the roster names none', null, [1, 3, 5], [1, 3, 5]],
  ['the client’s own where it names some', [1, 5], [1, 3, 5], [1, 5]],
  ['without those on which the group doesn’t meet any more', [1, 4], [1, 3, 5], [1]],
  ['all that it names where the group meets on none of them', [2, 4], [1, 3, 5], [2, 4]],
  ['what it names where nobody said when the group meets', [2, 4], [], [2, 4]],
])('a place is for %s', (_, own, group, weekdays) => expect(enrollmentWeekdays(own, group)).toEqual(weekdays));

describe('the days of a week on which somebody is scheduled', () => {
  test.each<[string, Enrollment[], number[], number[]]>([
    ['their home group’s, where the roster knows no place', [], evenings, [1, 3, 5]],
    ['their own, fewer than the group’s', [booking([1, 5])], evenings, [1, 5]],
    ['those of both groups, once each', [booking([1, 5]), booking([5, 6])], evenings, [1, 5, 6]],
    [
      'of the group before and the one after a move',
      [booking([1, 3, 5], '2026-11-01', '2026-11-18'), booking([2, 4], '2026-11-19')],
      evenings,
      [1, 3, 4],
    ],
    ['of the place that begins in mid-week, in the days before it too', [booking([1, 4], '2026-11-18')], evenings, [1, 4]],
    ['of the place that ended in mid-week, in the days after it too', [booking([1, 4], '2026-11-01', '2026-11-17')], evenings, [1, 4]],
    ['of the nearest place to come, not of a later one', [booking([6], '2026-12-14'), booking([2], '2026-12-01')], evenings, [2]],
    ['none, where nobody knows', [], [], []],
  ])('%s', (_, enrollments, usualWeekdays, expected) => {
    const found = scheduledDays(week, { enrollments, usualWeekdays });
    expect(found.flatMap((is, nth) => (is ? [nth + 1] : []))).toEqual(expected);
  });

  test('a place of another stay in care says nothing of this one', () => {
    const enrollments = [booking([2], '2025-01-01', '2025-06-01'), booking([4], '2026-11-20'), booking([6], '2026-11-01')];
    expect(scheduleIn({ enrollments, usualWeekdays: evenings }, day('2026-11-01'), day('2026-11-19')).enrollments).toEqual([
      enrollments[2],
    ]);
    expect(scheduleIn({ enrollments, usualWeekdays: evenings }, day('2026-11-01'), null).enrollments).toEqual([
      enrollments[1],
      enrollments[2],
    ]);
  });
});

describe('prescribed hours of a partial week are the weekly ones by the client’s own scheduled days', () => {
  const nine = [{ from: day('2026-01-01'), to: null, hoursPerWeek: 9 }];
  const inCare = (from: number, to: number) => week.map((_, nth) => nth + 1 >= from && nth + 1 <= to);
  test.each<[string, Enrollment[], boolean[], number | null]>([
    ['whole, whatever the days', [booking([1, 5])], inCare(1, 7), 9],
    ['begun on Thursday, coming Mondays and Fridays of a group of three evenings', [booking([1, 5])], inCare(4, 7), 4.5],
    ['ended on Tuesday, coming Mondays and Fridays', [booking([1, 5])], inCare(1, 2), 4.5],
    ['begun on Tuesday, coming Mondays alone', [booking([1])], inCare(2, 7), 0],
    ['ended on Wednesday, coming to two groups', [booking([1, 5]), booking([3, 6])], inCare(1, 3), 4.5],
    ['whole, with a move in mid-week', [booking([1, 3, 5], '2026-11-01', '2026-11-18'), booking([2, 4], '2026-11-19')], inCare(1, 7), 9],
    [
      'ended on Wednesday of a move in mid-week',
      [booking([1, 3, 5], '2026-11-01', '2026-11-18'), booking([2, 4], '2026-11-19')],
      inCare(1, 3),
      6,
    ],
    ['begun on Thursday, by the home group where the roster knows no place', [], inCare(4, 7), 3],
  ])('%s', (_, enrollments, there, hours) => expect(prescribedIn(week, there, nine, { enrollments, usualWeekdays: evenings })).toBe(hours));

  test('unknown where no day is scheduled', () => {
    const moved = [booking([4], '2026-11-01', '2026-11-18'), booking([1], '2026-11-19')];
    expect(prescribedIn(week, inCare(1, 7), nine, { enrollments: moved, usualWeekdays: [] })).toBeNull();
  });
});
