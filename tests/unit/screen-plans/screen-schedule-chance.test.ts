import { beforeAll, expect, test } from 'vitest';
import { daysBetween, weekdayOf } from '#domain/calendar/calendar.ts';
import { defaultSettings } from '#domain/programs/settings.ts';
import { always, chiSquare, correlation, critical, daysOn, simulated, weeks, type Course } from './screen-schedule-simulated.ts';

/** 10,000 clients in four ways of coming, sixteen weeks each. */
let ways: readonly { readonly name: string; readonly courses: readonly Course[] }[];
const { weights } = defaultSettings.screening;

beforeAll(() => {
  ways = [
    { name: 'three evenings', courses: simulated(4000, daysOn([1, 3, 4], weights), { perWeek: 1.5, maxGapDays: 7 }, 'three') },
    { name: 'five days', courses: simulated(3000, daysOn([1, 2, 3, 4, 5], weights), { perWeek: 2, maxGapDays: 7 }, 'five') },
    { name: 'four days', courses: simulated(2000, daysOn([1, 2, 4, 6], weights), { perWeek: 1.5, maxGapDays: 10 }, 'four') },
    {
      name: 'five days, all alike',
      courses: simulated(1000, daysOn([1, 2, 3, 4, 5], always), { perWeek: 1.5, maxGapDays: 14 }, 'similar'),
    },
  ];
});

const eachWay = (look: (courses: readonly Course[], name: string) => void) => ways.forEach(({ name, courses }) => look(courses, name));
const all = () => ways.flatMap(({ courses }) => courses);
const decisionsOf = (courses: readonly Course[]) => courses.flatMap(({ decisions }) => decisions);

test('over 10,000 clients the gap between two screens never exceeds its maximum', () => {
  expect(all()).toHaveLength(10_000);
  expect(all().filter((course) => Math.max(...course.gaps) > course.plan.maxGapDays)).toEqual([]);
  expect(Math.min(...all().map(({ slots }) => slots.length))).toBeGreaterThan(10);
});

test('the mean rate is the plan’s', () => {
  eachWay((courses, name) => {
    const perWeek = courses.reduce((sum, { slots }) => sum + slots.length, 0) / courses.length / weeks;
    expect([name, perWeek / (courses[0]?.plan.perWeek ?? 0)]).toEqual([name, expect.closeTo(1, 1)]);
    expect(Math.abs(perWeek / (courses[0]?.plan.perWeek ?? 0) - 1)).toBeLessThan(0.05);
  });
});

test('given the weekday of a screen, the interval before it doesn’t predict the interval after it', () => {
  eachWay((courses, name) => {
    const weekdays = new Set(courses[0]?.days.map(({ on }) => weekdayOf(on)));
    for (const weekday of weekdays) expect(dependence(`${name}, weekday ${weekday}`, lagged(courses, weekday))).toBeNull();
  });
});

test('on a day that the maximum gap leaves open, the three collection days before it don’t predict it', () => {
  eachWay((courses, name) => {
    const table = [0, 1, 2, 3, 4, 5, 6, 7].map(() => [0, 0]);
    for (const { drawn, before, weight } of decisionsOf(courses)) if (weight === 1) count(table, before, drawn);
    expect(dependence(name, table)).toBeNull();
  });
});

test('no weekday is drawn more often than another of the same weight', () => {
  eachWay((courses, name) => {
    const table = [1, 2, 3, 4, 5, 6].map(() => [0, 0]);
    for (const { drawn, on, weight } of decisionsOf(courses)) if (weight === 1) count(table, weekdayOf(on) - 1, drawn);
    expect(dependence(name, table)).toBeNull();
  });
});

test('the day after a screen is drawn as often as another: no day is safe', () => {
  eachWay((courses, name) => {
    const share = (of: (before: number) => boolean) => {
      const open = decisionsOf(courses).filter(({ before, weight }) => weight === 1 && of(before));
      return open.filter(({ drawn }) => drawn === 1).length / open.length;
    };
    const [soon, later] = [share((before) => before % 2 === 1), share((before) => before % 2 === 0)];
    expect([name, soon > 0.15, Math.abs(soon - later) < 0.02]).toEqual([name, true, true]);
  });
});

test('where all days are alike, successive intervals counted in collection days aren’t correlated', () => {
  const [similar] = ways.filter(({ name }) => name === 'five days, all alike');
  const pairs = (similar?.courses ?? []).flatMap((course) => {
    const positions = course.slots.map((on) => course.days.findIndex((one) => one.on === on));
    const steps = positions.map((position, at) => position - (positions[at - 1] ?? -1));
    return steps.slice(0, -4).map((step, at) => [step, steps[at + 1] ?? 0] as const);
  });
  expect(pairs.length).toBeGreaterThan(15_000);
  // One sample in a thousand of uncorrelated pairs lies beyond 3.29 standard errors of zero.
  expect(Math.abs(correlation(pairs))).toBeLessThan(3.29 / Math.sqrt(pairs.length));
});

test('days after a weekend or a payday are drawn more often than others by about their weight', () => {
  eachWay((courses, name) => {
    if (name === 'five days, all alike') return;
    const share = (weighed: boolean) => {
      const open = decisionsOf(courses).filter(({ weight }) => weight > 1 === weighed);
      return open.filter(({ drawn }) => drawn === 1).length / open.length;
    };
    expect([name, share(true) / share(false)]).toEqual([name, expect.closeTo(weights.afterWeekend, 1)]);
  });
});

/** Pairs of the interval before and after a screen of one weekday: short, middling and long ones, each against each. */
function lagged(courses: readonly Course[], weekday: number): number[][] {
  const table = [0, 1, 2].map(() => [0, 0, 0]);
  const length = (gap: number) => (gap <= 2 ? 0 : gap <= 4 ? 1 : 2);
  for (const course of courses) {
    const end = course.days.at(-1)?.on;
    for (const [index, on] of course.slots.entries()) {
      const [before, after] = [course.gaps[index], course.gaps[index + 1]];
      // Towards the end of the sixteen weeks only short intervals fit.
      if (
        weekdayOf(on) !== weekday ||
        before === undefined ||
        after === undefined ||
        end === undefined ||
        daysBetween(on, end) <= 2 * course.plan.maxGapDays
      )
        continue;
      count(table, length(before), length(after));
    }
  }
  return table;
}

function count(table: number[][], row: number, column: number): void {
  const counts = table[row];
  if (counts !== undefined) counts[column] = (counts[column] ?? 0) + 1;
}

/** What a table of counts says against independence; null where chi-square is below the one that a thousandth of independent tables pass. */
function dependence(what: string, table: readonly (readonly number[])[]): string | null {
  const { value, freedom } = chiSquare(table);
  const limit = critical[freedom];
  if (limit === undefined) return `${what}: no critical value for ${freedom} degrees of freedom`;
  return value < limit ? null : `${what}: chi-square ${value.toFixed(1)} with ${freedom} degrees of freedom`;
}
