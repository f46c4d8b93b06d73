import { describe, expect, test } from 'vitest';
import { instantFrom, type Instant } from '#domain/calendar/calendar.ts';
import { canBeMadeUp, makeUpOffers, makeUpUntil, type Candidate, type Engaged, type Missed } from '#domain/attendance/make-ups.ts';
import { hoursProblems, overCapacity } from '#domain/scheduling/session-rules.ts';

const at = (text: string): Instant => {
  const found = instantFrom(`${text}:00-06:00`);
  if (found === null) throw new RangeError(text);
  return found;
};
const zone = 'America/Chicago';
const when = { now: at('2026-11-23T12:00'), zone, days: 14 };
const missed: Missed = {
  sessionId: 'missed',
  programId: 'p',
  service: 'group',
  startsAt: at('2026-11-20T18:00'),
  cancelledByProgram: false,
  status: 'absent',
};
const candidate = (wanted: Partial<Candidate> = {}): Candidate => ({
  sessionId: 'one',
  programId: 'p',
  service: 'group',
  startsAt: at('2026-11-24T18:00'),
  endsAt: at('2026-11-24T21:00'),
  cancelledByProgram: false,
  booked: 7,
  capacity: 12,
  ...wanted,
});
const offered = (one: Candidate, engaged: readonly Engaged[] = []) => makeUpOffers(missed, [one], engaged, when).length === 1;

describe('which session can make up for a missed one', () => {
  test.each([
    ['one of the same service and program with room', {}, true],
    ['another service', { service: 'skills' }, false],
    ['another program', { programId: 'q' }, false],
    ['one that the program cancelled', { cancelledByProgram: true }, false],
    ['a full one', { booked: 12 }, false],
    ['one more than full', { booked: 14 }, false],
    ['one without a limit', { booked: 40, capacity: null }, true],
    ['one that has started', { startsAt: at('2026-11-23T12:00'), endsAt: at('2026-11-23T15:00') }, false],
    ['one on the last day', { startsAt: at('2026-12-04T18:00'), endsAt: at('2026-12-04T21:00') }, true],
    ['one a day later', { startsAt: at('2026-12-05T00:30'), endsAt: at('2026-12-05T03:00') }, false],
    ['the missed one itself', { sessionId: 'missed' }, false],
  ] as const)('%s', (_, wanted, is) => expect(offered(candidate(wanted))).toBe(is));

  test.each([
    ['where the client is booked', { sessionId: 'one', startsAt: at('2026-11-24T18:00'), endsAt: at('2026-11-24T21:00') }, false],
    ['that overlaps another of theirs', { sessionId: 'x', startsAt: at('2026-11-24T17:00'), endsAt: at('2026-11-24T18:15') }, false],
    ['that begins when another of theirs ends', { sessionId: 'x', startsAt: at('2026-11-24T17:00'), endsAt: at('2026-11-24T18:00') }, true],
  ] as const)('one %s', (_, engaged, is) => expect(offered(candidate(), [engaged])).toBe(is));
});

test.each([
  ['absent', false, true],
  ['excused', false, true],
  ['present', false, false],
  ['late', false, false],
  ['left-early', false, false],
  [null, false, false],
  [null, true, true],
  ['present', true, true],
] as const)('marked %s, cancelled by the program %s: can be made up for %s', (status, cancelledByProgram, can) => {
  expect(canBeMadeUp({ status, cancelledByProgram })).toBe(can);
  expect(makeUpOffers({ ...missed, status, cancelledByProgram }, [candidate()], [], when)).toHaveLength(can ? 1 : 0);
});

test('offers stand soonest first, until so many days after the missed one', () => {
  const later = candidate({ sessionId: 'later', startsAt: at('2026-11-26T18:00'), endsAt: at('2026-11-26T21:00') });
  expect(makeUpOffers(missed, [later, candidate()], [], when).map(({ sessionId }) => sessionId)).toEqual(['one', 'later']);
  expect(makeUpUntil(missed, 14, zone)).toBe('2026-12-04');
});

test.each([
  ['an evening with a break', '18:00', '21:00', 15, []],
  ['the end is the start', '18:00', '18:00', 0, [{ field: 'endsAt', problem: 'ends-before-start' }]],
  ['the end is before the start', '18:00', '09:00', 0, [{ field: 'endsAt', problem: 'ends-before-start' }]],
  ['the break takes all of it', '18:00', '19:00', 60, [{ field: 'breakMinutes', problem: 'break-too-long', minutes: 60 }]],
  ['the break leaves a minute', '18:00', '19:00', 59, []],
] as const)('the hours of a session: %s', (_, startsAt, endsAt, breakMinutes, problems) => {
  expect(hoursProblems({ startsAt, endsAt, breakMinutes })).toEqual(problems);
});

test('a group is over its capacity by so many; without a limit never', () => {
  expect([overCapacity(12, 12), overCapacity(14, 12), overCapacity(99, null)]).toEqual([null, 2, null]);
});
