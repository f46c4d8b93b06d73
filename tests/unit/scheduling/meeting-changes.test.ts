import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day, weekOf } from '#domain/calendar/calendar.ts';
import { changesOf, leftBecause, type Made } from '#domain/scheduling/meeting-changes.ts';
import { occurrencesOf } from '#domain/scheduling/meetings.ts';

const free = { begun: false, attendanceTaken: false, screensRecorded: false, cancelledAlone: false, byHand: false };
const made = (on: string, wanted: Partial<Made> = {}): Made => ({ sessionId: `of ${on}`, scheduledOn: day(on), ...free, ...wanted });
const wednesdays = (from: string, to: string) =>
  occurrencesOf(
    { id: 'm', weekday: 3, startsAt: '18:00', endsAt: '21:00', from: day(from), to: null },
    day(from),
    day(to),
    'America/Chicago',
  );

describe('why a session of a changed meeting stays', () => {
  test.each([
    ['nothing was done with it', {}, null],
    ['attendance was taken', { attendanceTaken: true }, 'attendance'],
    ['screens were recorded', { screensRecorded: true }, 'screens'],
    ['it has begun', { begun: true }, 'begun'],
    ['it was cancelled by itself', { cancelledAlone: true }, 'cancelled'],
    ['it was changed for this once', { byHand: true }, 'by-hand'],
    ['attendance is said before the rest', { attendanceTaken: true, screensRecorded: true, byHand: true, begun: true }, 'attendance'],
  ] as const)('%s', (_, wanted, because) => expect(leftBecause({ ...free, ...wanted })).toBe(because));
});

test('Mondays become Wednesdays of the same weeks', () => {
  const changes = changesOf([made('2026-11-30'), made('2026-12-07')], wednesdays('2026-11-30', '2026-12-20'));
  expect(changes.move.map(({ sessionId, to }) => [sessionId, to.on])).toEqual([
    ['of 2026-11-30', '2026-12-02'],
    ['of 2026-12-07', '2026-12-09'],
  ]);
  expect([changes.add.map(({ on }) => on), changes.remove, changes.leave]).toEqual([['2026-12-16'], [], []]);
});

test('one with attendance stays, and its week gets no second session', () => {
  const changes = changesOf([made('2026-11-30', { attendanceTaken: true })], wednesdays('2026-11-30', '2026-12-06'));
  expect(changes).toMatchObject({
    leave: [{ sessionId: 'of 2026-11-30', because: 'attendance', instead: { on: '2026-12-02' } }],
    add: [],
    move: [],
    remove: [],
  });
});

test('where the meeting ends, what nobody used goes and what was used stays', () => {
  const changes = changesOf([made('2026-11-30'), made('2026-12-07', { screensRecorded: true })], []);
  expect(changes).toEqual({
    move: [],
    add: [],
    remove: ['of 2026-11-30'],
    leave: [{ sessionId: 'of 2026-12-07', because: 'screens', instead: null }],
  });
});

test('every session is moved, left or removed once, and every week that is asked for has one session', () => {
  const flags = fc.record({
    begun: fc.boolean(),
    attendanceTaken: fc.boolean(),
    screensRecorded: fc.boolean(),
    cancelledAlone: fc.boolean(),
    byHand: fc.boolean(),
  });
  const weeks = fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 9 }), flags), { selector: ([week]) => week });
  fc.assert(
    fc.property(weeks, fc.integer({ min: 0, max: 9 }), (held, until) => {
      const monday = day('2026-11-23');
      const sessions = held.map(([week, of]) => ({ sessionId: `s${week}`, scheduledOn: addDays(monday, week * 7), ...of }));
      const requested = until === 0 ? [] : wednesdays(monday, addDays(monday, until * 7 - 1));
      const { move, leave, remove, add } = changesOf(sessions, requested);
      const changed = [...move.map(({ sessionId }) => sessionId), ...leave.map(({ sessionId }) => sessionId), ...remove];
      expect(changed.toSorted()).toEqual(sessions.map(({ sessionId }) => sessionId).toSorted());
      const covered = [...move.map(({ to }) => to), ...leave.flatMap(({ instead }) => instead ?? []), ...add].map(({ on }) => weekOf(on));
      expect(covered.toSorted()).toEqual(requested.map(({ on }) => weekOf(on)));
    }),
  );
});
