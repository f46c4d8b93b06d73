import fc from 'fast-check';
import { expect, test } from 'vitest';
import { attendanceStatuses, type SessionFacts } from '#domain/attendance/delivered-minutes.ts';
import { admissionDay } from '#domain/attendance/lost-contact.ts';
import { offeredHours } from '#domain/attendance/client-week.ts';
import { weeksOfCare } from '#domain/attendance/weeks.ts';
import { addDays, addHours, day, momentOf, weekOf, dayAt, type Day } from '#domain/calendar/calendar.ts';
import { isInEpisode } from '#domain/episodes/in-episode.ts';
import { closedWeeks, weeksOfStay } from '#domain/cohort/weeks.ts';

const zone = 'America/Chicago';
const today = day('2026-11-23');
const now = momentOf(today, '08:02', zone);
const first = day('2026-10-12');

test.each([
  ['whole weeks', '2026-11-02', '2026-11-15', ['2026-11-02', '2026-11-09']],
  ['a range that starts on a Tuesday leaves that week out', '2026-11-03', '2026-11-15', ['2026-11-09']],
  ['a range that ends on a Saturday leaves that week out', '2026-11-02', '2026-11-14', ['2026-11-02']],
  ['the week that still runs is not closed', '2026-11-16', '2026-11-29', ['2026-11-16']],
  ['a Sunday is not over until it is past', '2026-11-16', '2026-11-22', ['2026-11-16']],
  ['five days hold no week', '2026-11-03', '2026-11-08', []],
])('%s', (_, from, to, weeks) => {
  expect(closedWeeks(day(from), day(to), today).map(({ week }) => week)).toEqual(weeks);
});

test('today being a Sunday, its week is still open', () => {
  expect(closedWeeks(day('2026-11-09'), day('2026-11-22'), day('2026-11-22')).map(({ week }) => week)).toEqual(['2026-11-09']);
});

const aDay = fc.integer({ min: 0, max: 41 }).map((step) => addDays(first, step));
const aBooking = fc.record({
  on: aDay,
  hour: fc.integer({ min: 8, max: 19 }),
  length: fc.constantFrom(0.75, 1, 3),
  status: fc.constantFrom(null, ...attendanceStatuses),
  cancelledByProgram: fc.boolean(),
  part: fc.constantFrom(null, 0.5, 1),
  makeUp: fc.boolean(),
  service: fc.constantFrom('group' as const, 'individual' as const, 'mutual-help' as const),
  untimed: fc.constantFrom(null, null, null, { minutes: null }, { minutes: 45 }),
});

const sessionOf = (
  { on, hour, length, part, untimed, ...booking }: typeof aBooking extends fc.Arbitrary<infer T> ? T : never,
  index: number,
): SessionFacts => {
  const startsAt = momentOf(on, `${String(hour).padStart(2, '0')}:00`, zone);
  const endsAt = addHours(startsAt, length);
  return {
    ...booking,
    id: String(index),
    startsAt,
    endsAt,
    breaks: [],
    arrivedAt: part !== null && booking.status === 'late' ? addHours(endsAt, -part * length) : null,
    leftAt: part !== null && booking.status === 'left-early' ? addHours(startsAt, part * length) : null,
    telehealth: false,
    ...(untimed === null ? {} : { untimed }),
  };
};

const weekdays = fc.constantFrom([1, 3, 5], [2, 4, 6], [6]);
const aSchedule = fc.record({
  usualWeekdays: fc.constantFrom([1, 3, 5], []),
  enrollments: fc.array(
    fc.tuple(aDay, fc.option(aDay), weekdays).map(([from, to, own]) => ({ from, to: to !== null && to < from ? null : to, weekdays: own })),
    { maxLength: 3 },
  ),
});

test('each week that is stored is the one that the client’s own page shows once it is over', () => {
  const kinds = new Set<string>();
  fc.assert(
    fc.property(
      fc.array(aBooking, { maxLength: 18 }),
      aDay,
      fc.option(aDay),
      fc.option(fc.tuple(aDay, aDay)),
      fc.array(fc.record({ from: aDay, hoursPerWeek: fc.constantFrom(1, 9, 10, 12) }), {
        maxLength: 2,
      }),
      aSchedule,
      fc.array(aDay, { maxLength: 3 }).map((days) => new Set(days)),
      (bookings, openedOn, closed, leave, spans, schedule, closedDays) => {
        const closedOn = closed === null || closed < openedOn ? null : closed;
        const [from, to] = [...(leave ?? [])].toSorted();
        const leaves = from === undefined || to === undefined ? [] : [{ from, to }];
        const starts = spans.toSorted((a, b) => (a.from < b.from ? -1 : 1));
        const prescriptions = starts.map((span, index) => ({
          ...span,
          to: starts[index + 1] === undefined ? null : addDays(starts[index + 1]?.from ?? first, -1),
        }));
        const sessions = bookings.map(sessionOf);
        const care = { closedOn, leaves, prescriptions, schedule, closedDays };
        const stored = weeksOfStay({ ...care, id: 'e', clientId: 'a', openedOn, served: sessions, zone }, now);
        const over = stored.filter(({ overAt }) => overAt <= now);
        const own = sessions.filter(({ startsAt }) => isInEpisode(dayAt(startsAt, zone), { openedOn, closedOn }));
        const shown = weeksOfCare({ ...care, admittedOn: admissionDay(own, zone), sessions: own }, now, zone);
        for (const { week, prescribed, delivered, offered } of over) {
          const same = shown.find((one) => one.week === week);
          expect(
            same === undefined ? null : { prescribed: same.prescribed, delivered: same.delivered, offered: offeredHours(same) },
          ).toEqual({ prescribed, delivered, offered });
        }
        const missing = shown.filter(({ week }) => week < weekOf(today) && !over.some((one) => one.week === week));
        expect(missing.every(({ prescribed }) => prescribed === 0)).toBe(true);
        // An earlier moment knew of no other weeks, and of each that was over the same.
        const before = weeksOfStay({ ...care, id: 'e', clientId: 'a', openedOn, served: sessions, zone }, addHours(now, -24 * 10));
        expect(stored.slice(0, before.length)).toEqual(before);
        for (const { counted } of over) kinds.add(`${counted.countStatus} ${counted.reason}`);
        expect(
          over.flatMap(({ counted, numerator, denominator }) => (counted.countStatus === 'left-out' ? [numerator, denominator] : [])),
        ).toEqual(over.flatMap(({ counted }) => (counted.countStatus === 'left-out' ? [0, 0] : [])));
      },
    ),
    { numRuns: 200 },
  );
  expect([...kinds].toSorted()).toEqual(['left-out hours-unknown', 'left-out nothing-offered', 'met null', 'not-met null']);
});

test('a week counts once its last session is over, in the zone of the client’s own site', () => {
  const late = sessionOf(
    {
      on: day('2026-11-15'),
      hour: 23,
      length: 3,
      status: 'present',
      cancelledByProgram: false,
      part: null,
      makeUp: false,
      service: 'group',
      untimed: null,
    },
    0,
  );
  const stay = {
    id: 'e',
    clientId: 'a',
    openedOn: day('2026-11-09'),
    closedOn: null,
    served: [late],
    leaves: [],
    prescriptions: [{ from: day('2026-11-01'), to: null, hoursPerWeek: 9 }],
    schedule: { enrollments: [], usualWeekdays: [7] },
    closedDays: new Set<Day>(),
    zone,
  };
  expect(weeksOfStay(stay, now).map(({ week, overAt }) => [week, overAt])).toEqual([
    ['2026-11-09', momentOf(day('2026-11-16'), '02:00', zone)],
    ['2026-11-16', momentOf(day('2026-11-23'), '00:00', zone)],
    ['2026-11-23', momentOf(day('2026-11-30'), '00:00', zone)],
  ]);
});

test('somebody whose care has not started is in no week', () => {
  const stay = {
    id: 'e',
    clientId: 'a',
    openedOn: first,
    closedOn: null,
    served: [],
    leaves: [],
    prescriptions: [],
    schedule: { enrollments: [], usualWeekdays: [] },
    closedDays: new Set<Day>(),
    zone,
  };
  expect(weeksOfStay(stay, now)).toEqual([]);
});
