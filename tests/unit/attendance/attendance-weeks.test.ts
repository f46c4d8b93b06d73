import { describe, expect, test } from 'vitest';
import { offeredHours } from '#domain/attendance/client-week.ts';
import { weeksOfCare, type CareFacts } from '#domain/attendance/weeks.ts';
import type { AttendanceStatus, SessionFacts } from '#domain/attendance/delivered-minutes.ts';
import { day, momentOf } from '#domain/calendar/calendar.ts';
import type { WeekOfCare } from '#domain/clients/journey.ts';

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
  closedDays: new Set(),
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

describe('hours of a week begin with the first attended service and end with the closing', () => {
  test.each<[string, Partial<CareFacts>, Partial<WeekOfCare>]>([
    [
      'there for a moment before admission: no care yet',
      {
        admittedOn: day('2026-11-19'),
        sessions: [
          evening('2026-11-17', 'late', { arrivedAt: momentOf(day('2026-11-17'), '20:30', zone) }),
          evening('2026-11-19', 'present'),
        ],
      },
      { prescribed: 6, delivered: 3 },
    ],
    [
      'nobody marked the evening before admission: nothing is unknown',
      { admittedOn: day('2026-11-19'), sessions: [evening('2026-11-17', null), evening('2026-11-19', 'present')] },
      { prescribed: 6, delivered: 3 },
    ],
    [
      'cancelled before admission: takes nothing from what was offered',
      {
        admittedOn: day('2026-11-19'),
        sessions: [evening('2026-11-17', null, { cancelledByProgram: true }), evening('2026-11-19', 'present')],
      },
      { prescribed: 6, cancelled: 0 },
    ],
    [
      'cancelled while on leave: was not prescribed either',
      {
        leaves: [{ from: day('2026-11-17'), to: day('2026-11-17') }],
        sessions: [evening('2026-11-17', null, { cancelledByProgram: true }), evening('2026-11-19', 'present')],
      },
      { prescribed: 6, cancelled: 0 },
    ],
    [
      'attended after the closing: not of this episode',
      { closedOn: day('2026-11-19'), sessions: [evening('2026-11-17', 'present'), evening('2026-11-21', 'present')] },
      { prescribed: 6, delivered: 3 },
    ],
  ])('%s', (_, changes, expected) => expect(weekOf('2026-11-16', care(changes))).toMatchObject(expected));
});

describe('a day on which the program was closed', () => {
  const closed = (...days: string[]) => new Set(days.map(day));
  test.each<[string, Partial<CareFacts>, number | null, number | null]>([
    [
      'and nothing is booked was cancelled with its share',
      { closedDays: closed('2026-11-19'), sessions: [evening('2026-11-17', 'present'), evening('2026-11-21', 'present')] },
      6,
      6,
    ],
    [
      'and its session is booked as cancelled counts once',
      {
        closedDays: closed('2026-11-19'),
        sessions: [evening('2026-11-17', 'present'), evening('2026-11-19', null, { cancelledByProgram: true })],
      },
      6,
      3,
    ],
    [
      'and somebody came all the same was held',
      { closedDays: closed('2026-11-19'), sessions: [evening('2026-11-17', 'present'), evening('2026-11-19', 'present')] },
      9,
      6,
    ],
    [
      'on which nobody is scheduled changes nothing',
      { closedDays: closed('2026-11-18'), sessions: [evening('2026-11-17', 'present')] },
      9,
      3,
    ],
    ['all week long: nothing was offered, and that is known', { closedDays: closed('2026-11-17', '2026-11-19', '2026-11-21') }, 0, null],
    [
      'of a client on leave: not prescribed, and not cancelled',
      {
        closedDays: closed('2026-11-19'),
        leaves: [{ from: day('2026-11-19'), to: day('2026-11-19') }],
        sessions: [evening('2026-11-17', 'present')],
      },
      6,
      3,
    ],
  ])('%s', (_, changes, offered, delivered) => {
    const week = weekOf('2026-11-16', care(changes));
    expect([week === undefined ? undefined : offeredHours(week), week?.delivered]).toEqual([offered, delivered]);
  });
});
