import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day, dayAt, daysBetween, hoursBetween, timeAt, weekdayOf, weekOf, type Day } from '#domain/calendar/calendar.ts';
import { closureOn, hoursOn, meetingsOverlap, occurrencesOf, type Closure, type Meeting, type Stay } from '#domain/scheduling/meetings.ts';

const zones = [
  'America/Chicago',
  'America/New_York',
  'America/Los_Angeles',
  'America/Phoenix',
  'Pacific/Honolulu',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'America/Havana',
];
const chicago = 'America/Chicago';

const meeting = (wanted: Partial<Meeting> = {}): Meeting => ({
  id: 'm',
  weekday: 1,
  startsAt: '18:00',
  endsAt: '21:00',
  from: day('2026-01-01'),
  to: null,
  ...wanted,
});

describe('when a session of clock times is held', () => {
  test.each([
    ['an ordinary evening', '2026-11-23', '18:00', '21:00', '2026-11-24T00:00:00.000Z', '2026-11-24T03:00:00.000Z'],
    ['an evening in summer', '2026-07-06', '18:00', '21:00', '2026-07-06T23:00:00.000Z', '2026-07-07T02:00:00.000Z'],
    ['the evening of the spring day', '2026-03-08', '18:00', '21:00', '2026-03-08T23:00:00.000Z', '2026-03-09T02:00:00.000Z'],
    ['the evening of the autumn day', '2026-11-01', '18:00', '21:00', '2026-11-02T00:00:00.000Z', '2026-11-02T03:00:00.000Z'],
    [
      'a start that the spring clock skips comes an hour later',
      '2026-03-08',
      '02:30',
      '04:30',
      '2026-03-08T08:30:00.000Z',
      '2026-03-08T09:30:00.000Z',
    ],
    [
      'a session inside the hour that is skipped keeps its length',
      '2026-03-08',
      '02:10',
      '02:50',
      '2026-03-08T08:10:00.000Z',
      '2026-03-08T08:50:00.000Z',
    ],
    [
      'a start skipped past the end keeps its length',
      '2026-03-08',
      '02:30',
      '03:15',
      '2026-03-08T08:30:00.000Z',
      '2026-03-08T09:15:00.000Z',
    ],
    ['over the skipped hour the clock says less', '2026-03-08', '01:00', '04:00', '2026-03-08T07:00:00.000Z', '2026-03-08T09:00:00.000Z'],
    ['a start that comes twice is the first', '2026-11-01', '01:30', '03:00', '2026-11-01T06:30:00.000Z', '2026-11-01T09:00:00.000Z'],
    ['a leap day', '2028-02-29', '09:00', '12:00', '2028-02-29T15:00:00.000Z', '2028-02-29T18:00:00.000Z'],
  ])('%s', (_, on, startsAt, endsAt, from, to) => {
    expect(hoursOn(day(on), startsAt, endsAt, chicago)).toEqual({ startsAt: from, endsAt: to });
  });
});

const someDay = fc.integer({ min: 0, max: 2900 }).map((n) => addDays(day('2024-01-01'), n));
const someTime = fc
  .integer({ min: 0, max: 95 })
  .map((q) => `${String(Math.floor(q / 4)).padStart(2, '0')}:${String((q % 4) * 15).padStart(2, '0')}`);
const someHours = fc
  .tuple(someTime, someTime)
  .filter(([a, b]) => a !== b)
  .map(([a, b]) => (a < b ? ([a, b] as const) : ([b, a] as const)));

test('in every zone a session is held on its day, ends after it starts, and shows its times on the clock unless the clock skips them', () => {
  fc.assert(
    fc.property(someDay, someHours, fc.constantFrom(...zones), (on, [startsAt, endsAt], zone) => {
      const held = hoursOn(on, startsAt, endsAt, zone);
      expect(dayAt(held.startsAt, zone)).toBe(on);
      expect(hoursBetween(held.startsAt, held.endsAt)).toBeGreaterThan(0);
      const shown = timeAt(held.startsAt, zone);
      const skipped = shown > startsAt;
      expect(shown >= startsAt).toBe(true);
      // No zone here changes its clock between five in the morning and eleven at night.
      if (startsAt >= '05:00' && startsAt < '23:00') expect(skipped).toBe(false);
      if (!skipped && endsAt >= '05:00' && endsAt < '23:00') expect(timeAt(held.endsAt, zone)).toBe(endsAt);
    }),
    { numRuns: 2_000 },
  );
});

test('a meeting has one session a week, on its weekday, inside its own days and those asked for, and none twice', () => {
  const some = fc.record({
    weekday: fc.integer({ min: 1, max: 7 }),
    from: someDay,
    days: fc.option(fc.integer({ min: -1, max: 200 }), { nil: null }),
    hours: someHours,
    zone: fc.constantFrom(...zones),
    requested: someDay,
    span: fc.integer({ min: 0, max: 120 }),
  });
  fc.assert(
    fc.property(some, ({ weekday, from, days, hours: [startsAt, endsAt], zone, requested, span }) => {
      const to = days === null ? null : addDays(from, days);
      const until = addDays(requested, span);
      const found = occurrencesOf(meeting({ weekday, from, to, startsAt, endsAt }), requested, until, zone).map(({ on }) => on);
      expect(new Set(found.map(weekOf)).size).toBe(found.length);
      for (const on of found) {
        expect(weekdayOf(on)).toBe(weekday);
        expect(on >= from && on >= requested && on <= until && (to === null || on <= to)).toBe(true);
      }
      const [first, last] = [from > requested ? from : requested, to !== null && to < until ? to : until];
      const whole = Math.max(0, Math.floor((daysBetween(first, last) + 1) / 7));
      expect(found.length).toBeGreaterThanOrEqual(whole);
      expect(found.length).toBeLessThanOrEqual(whole + 1);
    }),
    { numRuns: 500 },
  );
});

describe('closures', () => {
  const closure = (wanted: Partial<Closure> = {}): Closure => ({
    id: 'c',
    from: day('2026-12-24'),
    to: day('2026-12-26'),
    programId: null,
    siteId: null,
    ...wanted,
  });
  const here = { programId: 'p', siteId: 's' };

  test.each([
    ['the day before', '2026-12-23', {}, null],
    ['the first day', '2026-12-24', {}, 'c'],
    ['the last day', '2026-12-26', {}, 'c'],
    ['the day after', '2026-12-27', {}, null],
    ['another program', '2026-12-25', { programId: 'q' }, null],
    ['this program', '2026-12-25', { programId: 'p' }, 'c'],
    ['another site', '2026-12-25', { siteId: 't' }, null],
    ['this program at another site', '2026-12-25', { programId: 'p', siteId: 't' }, null],
  ] as const)('%s', (_, on, wanted, found) => {
    expect(closureOn(day(on), here, [closure(wanted)])?.id ?? null).toBe(found);
  });

  test('a session without a site is touched by those of its program alone', () => {
    expect(closureOn(day('2026-12-25'), { programId: 'p', siteId: null }, [closure({ siteId: 's' })])).toBeNull();
  });

  test('everybody’s closure is named before a part’s', () => {
    expect(closureOn(day('2026-12-25'), here, [closure({ id: 'site', siteId: 's' }), closure({ id: 'all' })])?.id).toBe('all');
  });
});

describe('two meetings at the same time for one client', () => {
  const stay = (from: string, to: string | null = null, weekdays: readonly number[] | null = null): Stay => ({
    from: day(from),
    to: to === null ? null : day(to),
    weekdays,
  });

  test.each([
    ['the same hours', {}, true],
    ['an overlap of a quarter of an hour', { startsAt: '20:45', endsAt: '22:00' }, true],
    ['one inside the other', { startsAt: '19:00', endsAt: '20:00' }, true],
    ['one after the other', { startsAt: '21:00', endsAt: '22:00' }, false],
    ['another weekday', { weekday: 2 }, false],
    ['one that ended before', { from: day('2025-01-06'), to: day('2025-12-31') }, false],
    ['one that never meets inside both periods', { from: day('2025-01-06'), to: day('2026-01-03') }, false],
    ['one that ends on the first day they share', { from: day('2025-01-06'), to: day('2026-01-05') }, true],
  ] as const)('%s', (_, wanted, at) => {
    expect(meetingsOverlap(meeting(), meeting({ id: 'n', ...wanted }))).toBe(at);
    expect(meetingsOverlap(meeting({ id: 'n', ...wanted }), meeting())).toBe(at);
  });

  test('a place that ends before the other begins keeps them apart', () => {
    const both = (a: Stay, b: Stay) => meetingsOverlap(meeting(), meeting({ id: 'n' }), [a, b]);
    expect(both(stay('2026-05-01'), stay('2026-01-01', '2026-04-30'))).toBe(false);
    expect(both(stay('2026-05-01'), stay('2026-01-01', '2026-05-10'))).toBe(true);
    expect(both(stay('2026-05-01', null, [3]), stay('2026-01-01'))).toBe(false);
    expect(both(stay('2026-05-01', null, [1, 3]), stay('2026-01-01'))).toBe(true);
  });

  test('it is the same whichever is named first', () => {
    const some = fc.record({
      weekday: fc.integer({ min: 1, max: 2 }),
      hours: someHours,
      from: someDay,
      days: fc.option(fc.integer({ min: 0, max: 20 }), { nil: null }),
    });
    const made = ({
      weekday,
      hours: [startsAt, endsAt],
      from,
      days,
    }: {
      weekday: number;
      hours: readonly [string, string];
      from: Day;
      days: number | null;
    }) => meeting({ weekday, startsAt, endsAt, from, to: days === null ? null : addDays(from, days) });
    fc.assert(
      fc.property(some, some, (a, b) => {
        expect(meetingsOverlap(made(a), made(b))).toBe(meetingsOverlap(made(b), made(a)));
      }),
    );
  });

  test('they clash exactly where some session of each overlaps', () => {
    const near = fc.integer({ min: 0, max: 40 }).map((n) => addDays(day('2026-01-05'), n));
    const some = fc.record({
      weekday: fc.integer({ min: 1, max: 2 }),
      hours: someHours,
      from: near,
      days: fc.integer({ min: 0, max: 20 }),
    });
    fc.assert(
      fc.property(some, some, (a, b) => {
        const [one, other] = [a, b].map(({ weekday, hours: [startsAt, endsAt], from, days }, index) =>
          meeting({ id: String(index), weekday, startsAt, endsAt, from, to: addDays(from, days) }),
        );
        if (one === undefined || other === undefined) throw new Error('two were made');
        const held = (of: Meeting) => occurrencesOf(of, day('2026-01-01'), day('2026-04-30'), chicago);
        const overlaps = held(one).some((x) => held(other).some((y) => x.startsAt < y.endsAt && y.startsAt < x.endsAt));
        expect(meetingsOverlap(one, other)).toBe(overlaps);
      }),
    );
  });
});
