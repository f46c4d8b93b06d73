import { describe, expect, test } from 'vitest';
import {
  countedOf,
  kept,
  markingProblem,
  markProblem,
  minutesCounted,
  notMarked,
  sameMark,
  type Mark,
  type MarkedSession,
} from '#domain/attendance/marks.ts';
import { breakIn, statusOfTimes, timeNear, timesPresent } from '#domain/attendance/times-present.ts';
import { addHours, day, momentOf, timeAt, type Instant } from '#domain/calendar/calendar.ts';

const zone = 'America/New_York';
const at = (time: string, on = '2026-11-19'): Instant => momentOf(day(on), time, zone);

/** A Thursday-evening group with its break of twenty minutes at 7:20 pm, unless said otherwise. */
function held(from = '18:00', to = '21:00', pause = 20, on = '2026-11-19', until = on): MarkedSession {
  const hours = { startsAt: at(from, on), endsAt: at(to, until) };
  return { ...hours, breaks: breakIn(hours, pause), timesKnown: true, cancelled: false };
}
const mark = (status: Mark['status'], changes: Partial<Mark> = {}): Mark => ({ ...notMarked, status, ...changes });

describe('minutes that a mark counts', () => {
  test.each<[string, Mark, MarkedSession, number | null]>([
    ['here for all of it, less the break', mark('present'), held(), 160],
    ['without a break', mark('present'), held('18:00', '21:00', 0), 180],
    ['twenty minutes late', mark('late', { arrivedAt: at('18:20') }), held(), 140],
    ['late into the middle of the break', mark('late', { arrivedAt: at('19:30') }), held(), 80],
    ['left fifteen minutes early', mark('left-early', { leftAt: at('20:45') }), held(), 145],
    ['left in the break', mark('left-early', { leftAt: at('19:25') }), held(), 80],
    ['late and left early', mark('late', { arrivedAt: at('18:10'), leftAt: at('20:50') }), held(), 140],
    ['early to come and late to go counts no more', mark('present', { arrivedAt: at('17:40'), leftAt: at('21:20') }), held(), 160],
    ['late, and nobody knows how late', mark('late'), held(), null],
    ['left early, and nobody knows when', mark('left-early'), held(), null],
    ['minutes alone, from the start', mark('left-early', { minutes: 100 }), held(), 100],
    ['minutes alone, to the end', mark('late', { minutes: 100 }), held(), 100],
    ['missed', mark('absent'), held(), 0],
    ['excused', mark('excused'), held(), 0],
    ['not marked is not known', notMarked, held(), null],
    ['an odd break still leaves whole minutes', mark('left-early', { leftAt: at('19:24') }), held('18:00', '21:00', 15), 82],
    ['the hour that spring takes away is not there', mark('present'), held('01:00', '04:00', 0, '2026-03-08'), 120],
    ['the hour that autumn gives counts', mark('present'), held('00:30', '03:30', 0, '2026-11-01'), 240],
    ['past midnight', mark('late', { arrivedAt: at('00:15', '2026-11-20') }), held('22:00', '01:00', 0, '2026-11-19', '2026-11-20'), 45],
    ['no times of the session: the minutes that were written', mark('present', { minutes: 50 }), { ...held(), timesKnown: false }, 50],
    ['no times and no minutes', mark('present'), { ...held(), timesKnown: false }, null],
    ['no times, missed', mark('absent'), { ...held(), timesKnown: false }, 0],
  ])('%s', (_, one, session, minutes) => {
    expect(minutesCounted(one, session)).toBe(minutes);
    const stored = kept(one, session);
    expect(minutesCounted(stored, session)).toBe(minutes);
    expect(stored.minutes).toBe(minutes);
    expect(sameMark(kept(stored, session), stored)).toBe(true);
  });
});

test('the session counts its minutes less the break', () => {
  expect([countedOf(held()), countedOf(held('18:00', '21:00', 0)), countedOf(held('18:00', '18:10', 20))]).toEqual([160, 180, 0]);
});

describe('marks that can’t be', () => {
  test.each<[string, Mark, readonly [string, string] | null, MarkedSession?]>([
    ['minutes longer than the session', mark('present', { minutes: 161 }), ['minutes', 'minutes-too-many']],
    ['all of its minutes', mark('present', { minutes: 160 }), null],
    ['no minute at all', mark('present', { minutes: 0 }), ['minutes', 'no-minutes']],
    ['leaving before arriving', mark('late', { arrivedAt: at('19:00'), leftAt: at('18:30') }), ['leftAt', 'leaving-first']],
    ['leaving as one arrives', mark('late', { arrivedAt: at('19:00'), leftAt: at('19:00') }), ['leftAt', 'leaving-first']],
    ['in at the end', mark('late', { arrivedAt: at('21:00') }), ['arrivedAt', 'after-the-end']],
    ['out at the start', mark('left-early', { leftAt: at('18:00') }), ['leftAt', 'before-the-start']],
    ['in on another day', mark('present', { arrivedAt: at('18:00', '2026-11-18') }), ['arrivedAt', 'not-near']],
    ['half a minute', mark('late', { arrivedAt: addHours(at('18:20'), 0.5 / 60) }), ['arrivedAt', 'to-the-minute']],
    ['present, and in late', mark('present', { arrivedAt: at('18:20') }), ['arrivedAt', 'in-disagrees']],
    ['late, and in at the start', mark('late', { arrivedAt: at('18:00') }), ['arrivedAt', 'in-disagrees']],
    ['present, and out early', mark('present', { leftAt: at('20:00') }), ['leftAt', 'out-disagrees']],
    ['left early, and out at the end', mark('left-early', { leftAt: at('21:00') }), ['leftAt', 'out-disagrees']],
    ['times and minutes', mark('late', { arrivedAt: at('18:20'), minutes: 90 }), ['minutes', 'times-and-minutes']],
    ['missed with a time', mark('absent', { arrivedAt: at('18:20') }), ['status', 'not-here']],
    ['not marked with minutes', mark(null, { minutes: 20 }), ['status', 'not-here']],
    ['times where the session has none', mark('late', { arrivedAt: at('18:20') }), ['arrivedAt', 'no-times-known'], unheld()],
    ['minutes where the session has no times', mark('late', { minutes: 200 }), null, unheld()],
    ['late and left early', mark('late', { arrivedAt: at('18:10'), leftAt: at('20:50') }), null],
    ['late, not known how late', mark('late'), null],
    ['missed', mark('absent', { minutes: 0 }), null],
  ])('%s', (_, one, problem, session = held()) => expect(markProblem(one, session)).toEqual(problem));
});

function unheld(): MarkedSession {
  return { ...held(), timesKnown: false };
}

test.each<[string, Mark['status'], string, boolean, string | null]>([
  ['a quarter of an hour before the start', 'present', '17:45', false, null],
  ['earlier', 'absent', '17:44', false, 'too-early'],
  ['excused in advance', 'excused', '09:00', false, null],
  ['a mark taken back in advance', null, '09:00', false, null],
  ['cancelled', 'present', '18:00', true, 'cancelled'],
  ['cancelled, and excused', 'excused', '18:00', true, 'cancelled'],
])('when a session can be marked: %s', (_, status, time, cancelled, problem) =>
  expect(markingProblem(status, { ...held(), cancelled }, at(time), 15)).toBe(problem),
);

test.each<[string, string, string | null]>([
  ['twelve hours of the clock', '6:20', '18:20'],
  ['without the colon', '620', '18:20'],
  ['twenty-four hours', '18:20', '18:20'],
  ['a little before the start', '5:45', '17:45'],
  ['a time of another part of the day', '11:00', '23:00'],
  ['two hours past the end at most', '11:30', null],
  ['no time', '6:75', null],
  ['a number of minutes is no time', '20', null],
])('a typed time near an evening group: %s', (_, text, time) => {
  const found = timeNear(text, held(), zone);
  expect(found === null ? null : timeAt(found, zone)).toBe(time);
});

test('a typed time past midnight is of the next day', () => {
  expect(timeNear('12:30', held('22:00', '01:00', 0, '2026-11-19', '2026-11-20'), zone)).toBe(at('00:30', '2026-11-20'));
});

test.each<[string, string | null, string | null, string]>([
  ['from start to end', '18:00', '21:00', 'present'],
  ['nothing said', null, null, 'present'],
  ['in late', '18:05', '21:00', 'late'],
  ['out early', '18:00', '20:55', 'left-early'],
  ['both', '18:05', '20:55', 'late'],
])('times say %s', (_, arrived, left, status) =>
  expect(statusOfTimes({ arrivedAt: arrived === null ? null : at(arrived), leftAt: left === null ? null : at(left) }, held())).toBe(status),
);

test('times that were written down stand, whatever minutes stand beside them', () => {
  const times = { arrivedAt: at('18:20'), leftAt: null };
  expect(timesPresent('late', { ...times, minutes: 10 }, held())).toEqual(times);
});
