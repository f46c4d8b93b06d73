import { expect, test } from 'vitest';
import { canMakeUp, missedBefore, type MissedSession } from '#domain/attendance/missed-sessions.ts';
import type { AttendanceStatus, SessionFacts } from '#domain/attendance/delivered-minutes.ts';
import { day, momentOf, type Instant } from '#domain/calendar/calendar.ts';

const zone = 'America/Chicago';
const at = (on: string, time = '18:00'): Instant => momentOf(day(on), time, zone);

const missed = (changes: Partial<MissedSession> = {}): MissedSession => ({
  id: 'missed',
  on: day('2026-11-12'),
  startsAt: at('2026-11-12'),
  service: 'group',
  status: 'absent',
  cancelled: false,
  ...changes,
});
const session = { id: 'here', on: day('2026-11-19'), startsAt: at('2026-11-19'), service: 'group' as const };

test.each<[string, MissedSession, boolean]>([
  ['a missed group', missed(), true],
  ['an excused one', missed({ status: 'excused' }), true],
  ['one that the program cancelled', missed({ status: null, cancelled: true }), true],
  ['one that nobody marked is not known to be missed', missed({ status: null }), false],
  ['one that they came to', missed({ status: 'late' }), false],
  ['another service', missed({ service: 'individual' }), false],
  ['fourteen days ago', missed({ on: day('2026-11-05'), startsAt: at('2026-11-05') }), true],
  ['longer ago', missed({ on: day('2026-11-04'), startsAt: at('2026-11-04') }), false],
  ['earlier that day', missed({ on: day('2026-11-19'), startsAt: at('2026-11-19', '09:00') }), true],
  ['one still to come', missed({ on: day('2026-11-19'), startsAt: at('2026-11-19', '21:00') }), false],
  ['itself', missed({ id: 'here' }), false],
])('what a group can stand for: %s', (_, one, can) => expect(canMakeUp(one, session, 14)).toBe(can));

test('mutual help makes up nothing', () => {
  expect(canMakeUp(missed({ service: 'mutual-help' }), { ...session, service: 'mutual-help' }, 14)).toBe(false);
});

const booking = (on: string, status: AttendanceStatus | null, changes: Partial<SessionFacts> = {}): SessionFacts => ({
  id: on,
  service: 'group',
  startsAt: at(`2026-11-${on}`),
  endsAt: at(`2026-11-${on}`, '21:00'),
  breaks: [],
  cancelledByProgram: false,
  status,
  arrivedAt: null,
  leftAt: null,
  telehealth: false,
  makeUp: false,
  ...changes,
});

test.each<[string, SessionFacts[], string | null]>([
  ['the one before was missed', [booking('17', 'absent'), booking('19', null)], '17'],
  ['the one before was attended', [booking('17', 'present'), booking('19', null)], null],
  ['excused is skipped', [booking('14', 'absent'), booking('17', 'excused'), booking('19', null)], '14'],
  ['a make-up between breaks it', [booking('16', 'absent'), booking('17', 'present', { makeUp: true }), booking('19', null)], null],
  ['what comes after doesn’t count', [booking('17', 'absent'), booking('19', null), booking('21', 'present')], '17'],
  ['whatever it says now', [booking('17', 'absent'), booking('19', 'present')], '17'],
  ['a make-up that is missed is no second miss', [booking('17', 'absent'), booking('19', null, { makeUp: true })], null],
  ['a cancelled session is none', [booking('17', 'absent'), booking('19', null, { cancelledByProgram: true })], null],
  ['the first session of all', [booking('19', null)], null],
])('missing this one as well: %s', (_, sessions, before) =>
  expect(missedBefore(sessions, '19', [], at('2026-11-23'), zone)?.id ?? null).toBe(before),
);

test('away with leave is no miss', () => {
  const leave = [{ from: day('2026-11-18'), to: null }];
  expect(missedBefore([booking('17', 'absent'), booking('19', null)], '19', leave, at('2026-11-23'), zone)).toBeNull();
});
