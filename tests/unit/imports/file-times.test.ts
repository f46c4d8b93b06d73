import { expect, test } from 'vitest';
import { chartNumberProblem } from '#domain/imports/chart-numbers.ts';
import { noDates } from '#domain/imports/dates.ts';
import { atTheClinic, hasOffset, isMidnightElsewhere, momentIn } from '#domain/imports/moments.ts';
import { minutesWritten, rangeIn, timeAfter, timeWritten } from '#domain/imports/times.ts';

const zone = 'America/Chicago';

test.each<[string, string, string]>([
  ['2026-11-17T17:30:00-06:00', '2026-11-17', '17:30'],
  ['2026-11-17T17:30-0600', '2026-11-17', '17:30'],
  ['2026-11-18 00:30:00.000Z', '2026-11-17', '18:30'],
  ['2026-11-18T00:30:00 UTC', '2026-11-17', '18:30'],
  ['2026-07-18T00:30:00Z', '2026-07-17', '19:30'],
  ['2026-11-17T18:30:00-05:00', '2026-11-17', '17:30'],
])('the moment %s is %s, %s at the clinic', (cell, on, time) => {
  const moment = momentIn(cell);
  expect(moment === null ? null : atTheClinic(moment, zone)).toEqual({ on, time });
});

test.each(['2026-11-17T17:30:00', '2026-11-17', '17:30', '2026-13-17T17:30:00Z', 'soon'])('%s is no moment with an offset', (cell) => {
  expect(momentIn(cell)).toBeNull();
});

test.each<[string, boolean]>([
  ['11/17/2026 5:30 PM CST', true],
  ['17:30-06:00', true],
  ['5:30 PM EDT', true],
  ['17:30Z', true],
  ['5:30 PM', false],
  ['11/17/2026 17:30:00', false],
  ['2026-11-17', false],
])('%s gives an offset or a zone: %s', (cell, has) => {
  expect(hasOffset(cell)).toBe(has);
});

test.each<[string, boolean]>([
  ['2026-11-18T00:00:00Z', true],
  ['2026-11-18T00:00:00-06:00', false],
  ['2026-11-18T06:00:00Z', false],
])('%s may be meant as a day alone: %s', (cell, may) => {
  const moment = momentIn(cell);
  expect(moment !== null && isMidnightElsewhere(moment, zone)).toBe(may);
});

test.each<[string, { from: string; to: string } | null]>([
  ['17:30-20:30', { from: '17:30', to: '20:30' }],
  ['5:30 – 8:30 PM', { from: '17:30', to: '20:30' }],
  ['5:30 PM to 8:30', { from: '17:30', to: '20:30' }],
  ['11-1 PM', { from: '11:00', to: '13:00' }],
  ['9:00 AM - 12:00 PM', { from: '09:00', to: '12:00' }],
  ['20:30-17:30', null],
  ['17:30-06:00', null],
  ['2026-11-17', null],
  ['11-17', null],
  ['17:30', null],
])('%s is the range %j', (cell, range) => {
  expect(rangeIn(cell)).toEqual(range);
});

test('a range is no time of day, and neither is the end of one', () => {
  expect([timeWritten('17:30-20:30'), timeWritten('17:30 - 20:30')]).toEqual(['17:30-20:30', '17:30 - 20:30']);
});

test.each([
  ['180 min', '180'],
  ['3 hours', '180'],
  ['1.5 hrs', '90'],
  ['0.33 h', '0.33 h'],
  ['180', '180'],
  ['3:00', '3:00'],
])('%s is %s minutes', (cell, minutes) => {
  expect(minutesWritten(cell)).toBe(minutes);
});

test('a session that would end the next day ends at no time', () => {
  expect([timeAfter('17:30', 180), timeAfter('22:30', 180)]).toEqual(['20:30', null]);
});

const daysBeside = { ...noDates(), plain: 1, monthDays: 2, serials: 1 };
const numbersBeside = { ...noDates(), monthDays: 1, serials: 40 };

test.each([
  ['Nov-24', daysBeside, 'number-is-day'],
  ['24-Nov', numbersBeside, 'number-is-day'],
  ['Nov-2024', numbersBeside, 'number-is-day'],
  ['11/20/2024', numbersBeside, 'number-is-day'],
  ['2024-11-20', numbersBeside, 'number-is-day'],
  ['45616', daysBeside, 'number-is-day'],
  ['45616', numbersBeside, null],
  ['10828', daysBeside, null],
  ['C-1124', daysBeside, null],
  ['Unit 24', daysBeside, null],
  ['TBD', numbersBeside, 'number-is-placeholder'],
  ['n/a', numbersBeside, 'number-is-placeholder'],
  ['000', numbersBeside, 'number-is-placeholder'],
  ['99999', numbersBeside, 'number-is-placeholder'],
  ['00417', numbersBeside, null],
  ['', numbersBeside, null],
])('the chart number %s beside %j: %s', (cell, seen, problem) => {
  expect(chartNumberProblem(cell, seen)).toBe(problem);
});
