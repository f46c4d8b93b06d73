import { expect, test } from 'vitest';
import { day, momentOf } from '#domain/calendar/calendar.ts';
import { alsoLeadsMeetingsWords, makeUpsGoneWords, overCapacityWords, sessionWarnings } from '#domain/scheduling/warnings-words.ts';

const zone = 'America/Chicago';
const on = day('2026-11-26');
const nothing = { on, closure: null, leader: null, led: [], bookedElsewhere: 0 };

test('a session at a time when nothing else is has no warning', () => {
  expect(sessionWarnings(nothing, zone)).toEqual([]);
});

test('a session is warned of a closure, of what its leader also leads and of how many are booked elsewhere', () => {
  const led = [{ title: 'Skills', startsAt: momentOf(on, '18:00', zone), endsAt: momentOf(on, '21:00', zone) }];
  expect(sessionWarnings({ on, closure: 'Thanksgiving', leader: 'Mara Ito', led, bookedElsewhere: 2 }, zone)).toEqual([
    'The program is closed on Thu 26 Nov: Thanksgiving.',
    'Mara Ito also leads Skills, Thu 26 Nov 6 to 9 pm.',
    '2 people booked here are booked in another session at that time.',
  ]);
  expect(sessionWarnings({ ...nothing, bookedElsewhere: 1 }, zone)).toEqual([
    'One person booked here is booked in another session at that time.',
  ]);
});

test('a session that nobody leads is warned of no leader', () => {
  const led = [{ title: 'Skills', startsAt: momentOf(on, '18:00', zone), endsAt: momentOf(on, '21:00', zone) }];
  expect(sessionWarnings({ ...nothing, led }, zone)).toEqual([]);
});

test('a meeting is warned of other groups that its leader leads then', () => {
  const other = { id: 'm', weekday: 1, startsAt: '18:00', endsAt: '21:00', from: day('2026-11-02'), to: null, group: 'Evening' };
  expect(alsoLeadsMeetingsWords('Mara Ito', [other])).toEqual(['Mara Ito also leads Evening, Monday 6 to 9 pm.']);
  expect(alsoLeadsMeetingsWords(null, [other])).toEqual([]);
});

test('make-ups of sessions that are gone are counted', () => {
  expect(makeUpsGoneWords(0)).toEqual([]);
  expect(makeUpsGoneWords(1)).toEqual([
    'One make-up was booked in a session that is gone. Find another on the roster of the group that was missed.',
  ]);
  expect(makeUpsGoneWords(3)).toEqual([
    '3 make-ups were booked in sessions that are gone. Find others on the rosters of the groups that were missed.',
  ]);
});

test('a group over its capacity is named with both numbers', () => {
  expect(overCapacityWords('Evening', 12, 13)).toBe('Evening has room for 12 and now has 13 on its roster.');
});
