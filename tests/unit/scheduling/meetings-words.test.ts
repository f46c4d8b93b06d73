import { expect, test } from 'vitest';
import { hoursWords, meetsWords, weekdayWord } from '#domain/scheduling/meetings-words.ts';

test('a weekday has its name', () => expect([1, 4, 7].map(weekdayWord)).toEqual(['Monday', 'Thursday', 'Sunday']));

test('hours say the half of the day once where both share it', () => {
  expect([hoursWords('18:00', '21:00'), hoursWords('11:30', '13:00'), hoursWords('09:00', '12:00')]).toEqual([
    '6 to 9 pm',
    '11:30 am to 1 pm',
    '9 am to 12 pm',
  ]);
});

const met = (weekday: number, startsAt: string, telehealth = false) => ({ weekday, startsAt, telehealth });

test('a group says when it meets in the order of the week, one time with its days', () => {
  expect(meetsWords([met(5, '09:00'), met(1, '09:00'), met(3, '09:00')])).toBe('Mon Wed Fri 9 am');
  expect(meetsWords([met(6, '10:00'), met(2, '18:00'), met(4, '18:00')])).toBe('Tue Thu 6 pm, Sat 10 am');
  expect(meetsWords([met(2, '09:00', true), met(5, '09:00', true)])).toBe('Tue Fri 9 am, video');
  expect(meetsWords([met(2, '09:00', true), met(5, '09:00')])).toBe('Tue Fri 9 am');
  expect(meetsWords([])).toBe('');
});
