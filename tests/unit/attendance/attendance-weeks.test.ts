import { describe, expect, test } from 'vitest';
import { hoursTotals, weeksMetRunning } from '#domain/attendance/hours-totals.ts';
import { hoursUnder, offeredHours, weeksOfCare, type CareFacts } from '#domain/attendance/weeks.ts';
import { hoursSummary, hoursUnderWords, lastWeekWords, weeksMetSummary } from '#domain/attendance/words.ts';
import type { AttendanceStatus, SessionFacts } from '#domain/attendance/delivered-minutes.ts';
import { addDays, day, momentOf } from '#domain/calendar/calendar.ts';
import { hoursSentence } from '#domain/clients/journey-words.ts';
import type { WeekOfCare } from '#domain/clients/journey.ts';
import { defaultSettings as settings } from '#domain/programs/settings.ts';

const zone = 'America/Chicago';
const now = momentOf(day('2026-11-23'), '08:02', zone);

const evening = (on: string, status: AttendanceStatus | null, changes: Partial<SessionFacts> = {}): SessionFacts => ({
  id: on,
  service: 'group',
  startsAt: momentOf(day(on), '18:00', zone),
  endsAt: momentOf(day(on), '21:00', zone),
  breaks: [],
  cancelledByProgram: false,
  status,
  arrivedAt: null,
  leftAt: null,
  telehealth: false,
  makeUp: false,
  ...changes,
});

const care = (changes: Partial<CareFacts> = {}): CareFacts => ({
  admittedOn: day('2026-11-10'),
  closedOn: null,
  leaves: [],
  prescriptions: [{ from: day('2026-11-10'), to: null, hoursPerWeek: 9 }],
  schedule: { enrollments: [], usualWeekdays: [2, 4, 6] },
  sessions: [],
  ...changes,
});
const weekOf = (monday: string, facts: CareFacts): WeekOfCare | undefined =>
  weeksOfCare(facts, now, zone).find(({ week }) => week === monday);

describe('a week of care', () => {
  test('delivers its evenings, telehealth included, and lists what was excused', () =>
    expect(
      weekOf(
        '2026-11-16',
        care({
          sessions: [
            evening('2026-11-17', 'present'),
            evening('2026-11-19', 'present', { telehealth: true }),
            evening('2026-11-21', 'excused'),
          ],
        }),
      ),
    ).toEqual({ week: '2026-11-16', prescribed: 9, delivered: 6, excused: 3, cancelled: 0, telehealth: 3, partial: false }));

  test.each<[string, SessionFacts]>([
    ['somebody came', evening('2026-11-19', 'present', { untimed: { minutes: null } })],
    ['it was cancelled by the program', evening('2026-11-19', null, { cancelledByProgram: true, untimed: { minutes: null } })],
  ])('with a session whose times nobody knows has no hours: %s', (_, untimed) =>
    expect(weekOf('2026-11-16', care({ sessions: [evening('2026-11-17', 'present'), untimed] }))).toMatchObject({ delivered: null }),
  );

  test('admitted on its first scheduled day is whole', () =>
    expect(weekOf('2026-11-09', care())).toMatchObject({ prescribed: 9, partial: false }));
  test('admitted on the Thursday has two thirds of its hours, and is partial', () =>
    expect(weekOf('2026-11-09', care({ admittedOn: day('2026-11-12') }))).toMatchObject({ prescribed: 6, partial: true }));
  test('cut by leave', () =>
    expect(weekOf('2026-11-16', care({ leaves: [{ from: day('2026-11-19'), to: day('2026-11-19') }] }))).toMatchObject({
      prescribed: 6,
      partial: true,
    }));
  test('cut by closing', () =>
    expect(weekOf('2026-11-16', care({ closedOn: day('2026-11-17') }))).toMatchObject({ prescribed: 3, partial: true }));
  test('the current week is partial, with the days so far', () =>
    expect(weekOf('2026-11-23', care())).toMatchObject({ prescribed: 0, partial: true }));
  test('a new prescription counts from its day', () =>
    expect(
      weekOf(
        '2026-11-16',
        care({
          prescriptions: [
            { from: day('2026-11-10'), to: day('2026-11-18'), hoursPerWeek: 9 },
            { from: day('2026-11-19'), to: null, hoursPerWeek: 12 },
          ],
        }),
      )?.prescribed,
    ).toBe(11));

  test('no schedule is unknown', () =>
    expect(weekOf('2026-11-16', care({ schedule: { enrollments: [], usualWeekdays: [] } }))?.prescribed).toBeNull());
  test('nothing booked is unknown, not zero', () => expect(weekOf('2026-11-16', care())?.delivered).toBeNull());
  test('an evening nobody marked makes its week unknown', () =>
    expect(
      weekOf('2026-11-16', care({ sessions: [evening('2026-11-17', 'present'), evening('2026-11-19', null)] }))?.delivered,
    ).toBeNull());
  test('missing everything is zero', () =>
    expect(weekOf('2026-11-16', care({ sessions: [evening('2026-11-17', 'absent')] }))?.delivered).toBe(0));
  test('no prescription is unknown', () => expect(weekOf('2026-11-16', care({ prescriptions: [] }))?.prescribed).toBeNull());
  test('a make-up counts in the week it was attended', () =>
    expect(
      weekOf('2026-11-16', care({ sessions: [evening('2026-11-12', 'absent'), evening('2026-11-18', 'present', { makeUp: true })] }))
        ?.delivered,
    ).toBe(3));
  test('what the program cancelled is not offered', () => {
    const week = weekOf(
      '2026-11-16',
      care({ sessions: [evening('2026-11-17', 'present'), evening('2026-11-19', null, { cancelledByProgram: true })] }),
    );
    expect(week).toMatchObject({ prescribed: 9, delivered: 3, cancelled: 3 });
    expect(week === undefined ? null : offeredHours(week)).toBe(6);
  });
  test('a make-up that the program cancelled takes nothing from what was offered', () =>
    expect(
      weekOf(
        '2026-11-16',
        care({ sessions: [evening('2026-11-17', 'present'), evening('2026-11-18', null, { cancelledByProgram: true, makeUp: true })] }),
      ),
    ).toMatchObject({ delivered: 3, cancelled: 0 }));
  test('care that has not started has no weeks', () => expect(weeksOfCare(care({ admittedOn: null }), now, zone)).toEqual([]));
});

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
