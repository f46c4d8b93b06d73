import { assert, constantFrom, date, integer, property, record } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day, dayAt, daysBetween, instantOf, momentOf, timeAt, weekdayOf, weekOf } from '#domain/calendar/calendar.ts';

/** Where programs are, and a few clocks that do something unusual. */
const zones = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Phoenix',
  'America/Los_Angeles',
  'America/Anchorage',
  'America/Puerto_Rico',
  'Pacific/Honolulu',
];
const unusual = ['Africa/Casablanca', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Apia', 'Pacific/Kiritimati', 'Africa/Cairo'];
const runs = 6_250;

const moments = date({ min: new Date('2024-01-01T00:00:00Z'), max: new Date('2032-12-31T00:00:00Z'), noInvalidDate: true });
const longer = date({ min: new Date('1995-01-01T00:00:00Z'), max: new Date('2037-12-31T00:00:00Z'), noInvalidDate: true });
const days = integer({ min: 0, max: 3_287 }).map((step) => addDays(day('2024-01-01'), step));
const inZone = constantFrom(...zones);

const digits = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const clocks = new Map<string, Intl.DateTimeFormat>();

/** The day and time that a wall clock of the zone shows, by the platform's own calendar rather than ours. */
function shown(at: Date, timeZone: string): { on: string; time: string } {
  const format = clocks.get(timeZone) ?? new Intl.DateTimeFormat('en', { timeZone, ...digits });
  clocks.set(timeZone, format);
  const parts = format.formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return { on: `${part('year')}-${part('month')}-${part('day')}`, time: `${part('hour')}:${part('minute')}` };
}

/** Holds the clinic's calendar against the platform's, on a machine whose own clock is in this zone. */
export function calendarHoldsOn(machine: string): void {
  process.env['TZ'] = machine;

  describe(`on a machine in ${machine}`, () => {
    test('the machine is where it is said to be', () => expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(machine));

    test('a moment is on the day, and at the time, that the clinic’s own clock shows', () =>
      assert(
        property(record({ at: moments, zone: inZone }), ({ at, zone }) => {
          expect({ on: dayAt(instantOf(at), zone), time: timeAt(instantOf(at), zone) }).toEqual(shown(at, zone));
        }),
        { numRuns: runs },
      ));

    test('clocks that change for a month, by half an hour, or by a whole day are followed too', () =>
      assert(
        property(record({ at: longer, zone: constantFrom(...unusual) }), ({ at, zone }) => {
          expect({ on: dayAt(instantOf(at), zone), time: timeAt(instantOf(at), zone) }).toEqual(shown(at, zone));
        }),
        { numRuns: runs },
      ));

    test('a day and time become a moment of that day, and the same time unless the clock skips it', () =>
      assert(
        property(record({ on: days, minute: integer({ min: 0, max: 1_439 }), zone: inZone }), ({ on, minute, zone }) => {
          const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
          const at = momentOf(on, time, zone);
          expect(dayAt(at, zone)).toBe(on);
          const read = timeAt(at, zone);
          // Only the hour that spring leaves out is read otherwise, an hour later.
          expect(read === time || (minute >= 120 && minute < 180 && Number(read.slice(0, 2)) === 3)).toBe(true);
        }),
        { numRuns: runs },
      ));

    test('days are counted as days, whatever the clocks did between them', () =>
      assert(
        property(record({ on: days, step: integer({ min: -800, max: 800 }) }), ({ on, step }) => {
          expect(daysBetween(on, addDays(on, step))).toBe(step);
          expect(daysBetween(weekOf(on), on)).toBe(weekdayOf(on) - 1);
          expect(weekdayOf(addDays(on, 7))).toBe(weekdayOf(on));
        }),
        { numRuns: runs },
      ));

    test.each([
      ['the last minute of a day in New York', '2026-03-08', '23:59', 'America/New_York', '2026-03-09T03:59:00.000Z'],
      ['the first minute after it', '2026-03-09', '00:01', 'America/New_York', '2026-03-09T04:01:00.000Z'],
      ['a leap day in Honolulu', '2028-02-29', '23:59', 'Pacific/Honolulu', '2028-03-01T09:59:00.000Z'],
      ['an evening group in Phoenix, where no clock moves', '2026-03-08', '18:00', 'America/Phoenix', '2026-03-09T01:00:00.000Z'],
      ['the hour that spring leaves out in Chicago', '2026-03-08', '02:30', 'America/Chicago', '2026-03-08T08:30:00.000Z'],
    ])('%s', (_, on, time, zone, at) => {
      expect(momentOf(day(on), time, zone)).toBe(at);
      expect(dayAt(momentOf(day(on), time, zone), zone)).toBe(on);
    });
  });
}
