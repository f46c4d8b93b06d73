import { describe, expect, test } from 'vitest';
import { admissionDay, cameBackOn, sessionsAttended, twoMissedInARow } from '#domain/attendance/lost-contact.ts';
import { holds180, servedDays } from '#domain/attendance/hours-totals.ts';
import { deliveredMinutes, sessionAttended, type AttendanceStatus, type SessionFacts } from '#domain/attendance/delivered-minutes.ts';
import { day, momentOf, type Instant } from '#domain/calendar/calendar.ts';

const zone = 'America/Chicago';
const at = (on: string, time: string): Instant => momentOf(day(on), time, zone);

/** A Thursday-evening group unless said otherwise. */
const session = (
  status: AttendanceStatus | null,
  changes: Partial<SessionFacts> = {},
  on = '2026-11-19',
  from = '18:00',
  to = '21:00',
): SessionFacts => ({
  id: `${on} ${from}`,
  service: 'group',
  startsAt: at(on, from),
  endsAt: at(on, to),
  breaks: [],
  cancelledByProgram: false,
  status,
  arrivedAt: null,
  leftAt: null,
  telehealth: false,
  makeUp: false,
  ...changes,
});
const pause = [{ from: at('2026-11-19', '19:20'), to: at('2026-11-19', '19:40') }];

describe('minutes delivered', () => {
  test.each<[string, SessionFacts[], number | null]>([
    ['present for the whole group', [session('present')], 180],
    ['less the scheduled break', [session('present', { breaks: pause })], 160],
    ['twenty minutes late', [session('late', { arrivedAt: at('2026-11-19', '18:20') })], 160],
    ['late through the break', [session('late', { arrivedAt: at('2026-11-19', '19:30'), breaks: pause })], 80],
    ['late, nobody knows how late', [session('late')], null],
    ['left early', [session('left-early', { leftAt: at('2026-11-19', '20:45') })], 165],
    ['staying on after the end adds nothing', [session('present', { leftAt: at('2026-11-19', '21:30') })], 180],
    ['not here', [session('absent')], 0],
    ['excused', [session('excused')], 0],
    ['not marked is not known', [session('present'), session(null, {}, '2026-11-20')], null],
    ['cancelled by the program', [session(null, { cancelledByProgram: true })], 0],
    ['telehealth counts', [session('present', { telehealth: true })], 180],
    ['an overlap counts once', [session('present'), session('present', { service: 'individual' }, '2026-11-19', '20:00', '21:30')], 210],
    ['mutual help never counts', [session('present', { service: 'mutual-help' })], 0],
    ['the record has no times', [session('present'), session('present', { untimed: { minutes: null } }, '2026-11-20')], null],
    ['no times, and nobody came: still no hours', [session('absent', { untimed: { minutes: null } })], null],
    [
      'no times, but minutes',
      [session('present'), session('present', { untimed: { minutes: 50 } }), session('absent', { untimed: { minutes: 0 } })],
      230,
    ],
    ['no times, cancelled', [session(null, { cancelledByProgram: true, untimed: { minutes: null } })], 0],
    ['and leaves the rest known', [session(null, { service: 'mutual-help' }), session('present')], 180],
  ])('%s', (_, sessions, minutes) => expect(deliveredMinutes(sessions)).toBe(minutes));
});

test.each<[string, SessionFacts, boolean | null]>([
  ['half of the minutes is attended', session('late', { arrivedAt: at('2026-11-19', '19:30') }), true],
  ['a minute less is not', session('late', { arrivedAt: at('2026-11-19', '19:31') }), false],
  ['half of what is left after the break', session('late', { arrivedAt: at('2026-11-19', '19:40'), breaks: pause }), true],
  ['not marked is not known', session(null), null],
  ['came, and nobody knows for how long', session('left-early', { untimed: { minutes: null } }), true],
  ['missed, whatever its times were', session('absent', { untimed: { minutes: null } }), false],
  ['no times and not marked', session(null, { untimed: { minutes: null } }), null],
])('%s', (_, one, attended) => expect(sessionAttended(one)).toBe(attended));

describe('two missed in a row', () => {
  const now = at('2026-11-23', '08:02');
  const on = (date: string, status: AttendanceStatus | null, changes: Partial<SessionFacts> = {}) =>
    session(status, changes, `2026-11-${date}`);
  test.each<[string, SessionFacts[], boolean]>([
    ['both absent', [on('17', 'present'), on('19', 'absent'), on('21', 'absent')], true],
    ['any kind of session counts', [on('19', 'absent'), on('21', 'absent', { service: 'individual' })], true],
    ['excused is skipped, not counted', [on('17', 'absent'), on('19', 'excused'), on('21', 'absent')], true],
    ['cancelled is skipped', [on('17', 'absent'), on('19', null, { cancelledByProgram: true }), on('21', 'absent')], true],
    ['not marked is skipped', [on('17', 'absent'), on('19', null), on('21', 'absent')], true],
    ['one absence', [on('19', 'present'), on('21', 'absent')], false],
    ['coming late breaks it', [on('17', 'absent'), on('19', 'late'), on('21', 'absent')], false],
    ['a make-up breaks it', [on('19', 'absent'), on('20', 'present', { makeUp: true }), on('21', 'absent')], false],
    ['a missed make-up is not a second miss', [on('17', 'present'), on('19', 'absent'), on('20', 'absent', { makeUp: true })], false],
    ['what is still to come does not count', [on('21', 'absent'), on('24', 'absent')], false],
  ])('%s: %#', (_, sessions, missed) => expect(twoMissedInARow(sessions, [], now, zone) !== null).toBe(missed));

  test('leave is skipped', () =>
    expect(twoMissedInARow([on('19', 'absent'), on('21', 'absent')], [{ from: day('2026-11-20'), to: null }], now, zone)).toBeNull());

  test('the first visit after two missed is when the client came back', () => {
    expect(cameBackOn([on('12', 'absent'), on('14', 'absent'), on('17', 'present'), on('19', 'late')], [], now, zone)).toBe('2026-11-17');
    expect(cameBackOn([on('14', 'absent'), on('17', 'present')], [], now, zone)).toBeNull();
  });
});

test('sessions attended: cancelled and not marked leave the denominator, excused stay and are shown', () =>
  expect(
    sessionsAttended([
      session('present'),
      session('absent'),
      session('excused'),
      session(null),
      session(null, { cancelledByProgram: true }),
    ]),
  ).toEqual({ attended: 1, scheduled: 3, excused: 1, cancelled: 1, notMarked: 1 }));

test('admission is the first treatment session attended; an intake without one has not started', () => {
  expect(
    admissionDay(
      [
        session('absent', {}, '2026-06-08'),
        session('present', { service: 'mutual-help' }, '2026-06-08'),
        session('present', {}, '2026-06-09'),
      ],
      zone,
    ),
  ).toBe('2026-06-09');
  expect(admissionDay([session('absent')], zone)).toBeNull();
});

describe('a date with 180 counted minutes', () => {
  const late = session('late', {}, '2026-11-19', '18:00', '21:00');
  test.each<[string, SessionFacts[], boolean | null, number]>([
    ['three hours', [session('present')], true, 0],
    ['a minute short', [session('late', { arrivedAt: at('2026-11-19', '18:01') })], false, 0],
    ['nobody marked it', [session(null)], null, 1],
    ['late, and nobody wrote down by how much', [late], null, 1],
    ['three hours, and another that nobody marked', [session('present'), session(null, {}, '2026-11-19', '09:00', '10:00')], true, 1],
    ['two hours, and another that nobody marked', [session('present', {}, '2026-11-19', '18:00', '20:00'), late], null, 1],
    ['two hours, and another that was missed', [session('present', {}, '2026-11-19', '18:00', '20:00'), session('absent')], false, 0],
    [
      'two hours, and another that was cancelled',
      [session('present', {}, '2026-11-19', '18:00', '20:00'), session(null, { cancelledByProgram: true })],
      false,
      0,
    ],
    [
      'overlaps count once',
      [session('present', {}, '2026-11-19', '18:00', '20:00'), session('present', {}, '2026-11-19', '19:00', '20:30')],
      false,
      0,
    ],
  ])('%s', (_, sessions, holds, unknown) => {
    const [only] = servedDays(sessions, at('2026-11-23', '08:00'), zone);
    expect(only === undefined ? null : [only.on, holds180(only), only.unknownSessions]).toEqual(['2026-11-19', holds, unknown]);
  });

  test('a session that is still to come is not unknown, and mutual help is none', () => {
    const sessions = [session(null, {}, '2026-11-24'), session('present', { service: 'mutual-help' })];
    expect(servedDays(sessions, at('2026-11-23', '08:00'), zone)).toEqual([]);
  });
});
