import { expect, test } from 'vitest';
import { day, momentOf } from '#domain/calendar/calendar.ts';
import { timesWords } from '#domain/scheduling/words.ts';

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
