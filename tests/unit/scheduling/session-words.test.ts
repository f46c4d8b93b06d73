import { expect, test } from 'vitest';
import { day, momentOf } from '#domain/calendar/calendar.ts';
import { hoursProblemMessage, timesWords } from '#domain/scheduling/words.ts';

const zone = 'America/Chicago';
const at = (time: string) => momentOf(day('2026-11-23'), time, zone);

test.each([
  ['18:00', '21:00', true, '6 to 9 pm'],
  ['11:00', '13:00', true, '11 am to 1 pm'],
  ['10:00', '13:15', true, '10 am to 1:15 pm'],
  ['00:00', '23:59', false, 'time not known'],
])('from %s to %s, known: %s, is said as “%s”', (from, to, timesKnown, said) => {
  expect(timesWords({ startsAt: at(from), endsAt: at(to), timesKnown }, zone)).toBe(said);
});

test('the fix of wrong hours is said', () => {
  expect(hoursProblemMessage({ field: 'endsAt', problem: 'ends-before-start' })).toBe(
    'It must end after it starts, on the same day. Choose a later end.',
  );
  expect(hoursProblemMessage({ field: 'breakMinutes', problem: 'break-too-long', minutes: 60 })).toBe(
    'The session has 60 minutes. Choose a break that is shorter.',
  );
});
