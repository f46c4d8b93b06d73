import { expect, test } from 'vitest';
import fc from 'fast-check';
import { addDays, day } from '#domain/calendar/calendar.ts';
import {
  birthWritten,
  datesIn,
  dayOrderOf,
  daySinceSpreadsheets,
  daysMeant,
  dayWritten,
  noDates,
  type DatesSeen,
} from '#domain/imports/dates.ts';
import { timeWritten } from '#domain/imports/times.ts';
import type { DayOrder } from '#domain/imports/imports.ts';

const seenIn = (cells: readonly string[]): DatesSeen => {
  const seen = noDates();
  for (const cell of cells) datesIn(seen, cell);
  return seen;
};

test.each<[string, readonly string[], DayOrder | 'ask' | null]>([
  ['only days that can be read two ways', ['02/03/26', '04/05/2026'], 'ask'],
  ['one day that begins with the month', ['02/03/2026', '03/31/2026'], 'month-first'],
  ['one day that begins with the day', ['02/03/2026', '31/03/2026'], 'day-first'],
  ['both, which is two systems in one column', ['03/31/2026', '31/03/2026'], 'ask'],
  ['the same number twice, which is one day', ['03/03/2026'], null],
  ['days as we write them', ['2026-03-09'], null],
  ['days with the month’s name', ['9 Mar 2026', 'March 9, 2026', '09-Mar-2026'], null],
  ['no days', ['', 'soon', '46100'], null],
])('the order of day and month is told by %s', (_, cells, order) => {
  expect(dayOrderOf(seenIn(cells))).toBe(order);
});

const monthFirst = { order: 'month-first', shortYears: false, serials: false } as const;
const dayFirst = { order: 'day-first', shortYears: true, serials: true } as const;

test.each<[string, Parameters<typeof dayWritten>[1], string]>([
  ['2026-03-09', null, '2026-03-09'],
  ['2026/3/9', null, '2026-03-09'],
  ['9 Mar 2026', null, '2026-03-09'],
  ['March 9, 2026', null, '2026-03-09'],
  ['3/9/2026 9:00 AM', monthFirst, '2026-03-09'],
  ['02/03/2026', monthFirst, '2026-02-03'],
  ['02/03/2026', dayFirst, '2026-03-02'],
  ['02/03/2026', null, '02/03/2026'],
  ['03/03/2026', null, '2026-03-03'],
  ['02/03/26', monthFirst, '02/03/26'],
  ['02/03/26', dayFirst, '2026-03-02'],
  ['31/11/2026', dayFirst, '2026-11-31'],
  ['46100', monthFirst, '46100'],
  ['46100', dayFirst, '2026-03-19'],
  ['1E5', dayFirst, '1E5'],
  ['9 Foo 2026', dayFirst, '9 Foo 2026'],
])('%s is written as it is meant, and left where that is not settled', (cell, reading, written) => {
  expect(dayWritten(cell, reading)).toBe(written);
});

test.each([
  ['31/11/2026', ['2026-11-30']],
  ['02/30/2026', ['2026-02-28']],
  ['02/03/26', ['2026-03-02', '2026-02-03']],
  ['2026-02-30', ['2026-02-28']],
  ['46100', ['2026-03-19']],
  ['soon', []],
  ['99/99/2026', []],
])('%s may have meant a day that exists', (cell, days) => {
  expect(daysMeant(cell)).toEqual(days);
});

const today = day('2026-11-23');

test.each<[string, DayOrder | null, string]>([
  ['02/03/88', 'month-first', '1988-02-03'],
  ['02/03/88', 'day-first', '1988-03-02'],
  ['02/03/88', null, '02/03/1988'],
  ['02/03/27', 'month-first', '1927-02-03'],
  ['02/03/05', 'month-first', '2005-02-03'],
  ['02/03/21', 'month-first', '2021-02-03'],
  ['02/03/22', 'month-first', '02/03/22'],
  ['02/03/26', 'month-first', '02/03/26'],
  ['02/03/1988', 'month-first', '1988-02-03'],
])('the birth date %s with %s is written as %s', (cell, order, written) => {
  expect(birthWritten(cell, { order, shortYears: true, serials: false }, today)).toBe(written);
});

test.each<[string, DayOrder | null, readonly string[]]>([
  ['02/03/88', null, ['1988-03-02', '1988-02-03']],
  ['02/03/88', 'month-first', ['1988-02-03']],
  ['02/03/26', 'month-first', ['1926-02-03', '2026-02-03']],
  ['12/03/26', 'month-first', ['1926-12-03']],
])('the birth date %s, held with %s, may have meant days that have been', (cell, order, days) => {
  expect(daysMeant(cell, { order, bornBy: today })).toEqual(days);
});

test.each<[string, DayOrder, readonly string[]]>([
  ['02/03/26', 'month-first', ['2026-02-03']],
  ['31/11/2026', 'month-first', ['2026-11-30']],
])('%s, held though %s was chosen, may have meant the day in that order, and another only where there is none', (cell, order, days) => {
  expect(daysMeant(cell, { order })).toEqual(days);
});

test('a spreadsheet’s number is its day, for every day from 1955 to 2119', () => {
  fc.assert(
    fc.property(fc.integer({ min: 20_000, max: 79_999 }), (days) => {
      expect(daySinceSpreadsheets(String(days))).toBe(addDays(day('1899-12-30'), days));
    }),
    { numRuns: 2_000 },
  );
  expect(daySinceSpreadsheets('12')).toBeNull();
  expect(daySinceSpreadsheets('99999')).toBeNull();
});

test.each([
  ['9:00 AM', '09:00'],
  ['12:00 AM', '00:00'],
  ['12:30 pm', '12:30'],
  ['11/20/2026 1:05:00 PM', '13:05'],
  ['17:30', '17:30'],
  ['13:00 PM', '13:00 PM'],
  ['noon', 'noon'],
])('the time %s is written as %s', (cell, written) => {
  expect(timeWritten(cell)).toBe(written);
});
