import { expect, test } from 'vitest';
import { addDays, day, daysFromTo, weekdayOf, type Day } from '#domain/calendar/calendar.ts';
import { baseChance, collectionDaysPerWeek, screensPerWeek } from '#domain/screen-plans/draw-rate.ts';
import { isPayday, weighedDays, type Payday } from '#domain/screen-plans/draw-weights.ts';
import { chanceOn, isDrawn, nextSlot, type ChanceBounds, type CollectionDay } from '#domain/screen-plans/draw-chance.ts';
import { defaultSettings } from '#domain/programs/settings.ts';

const bounds: ChanceBounds = { least: 0.15, most: 0.9 };
const plan = { perWeek: 1.5, maxGapDays: 7 };
const drawing = { plan, base: 0.4, bounds };
const plain = (on: string): CollectionDay => ({ on: day(on), weight: 1 });

// 2 November 2026 is a Monday.
test.each([
  ['the day after a screen is as likely as every other', '2026-11-04', 1, '2026-11-03', '2026-11-05', 0.4, 'chance'],
  ['so is one three days later', '2026-11-06', 1, '2026-11-03', '2026-11-09', 0.4, 'chance'],
  ['a weight makes a day likelier', '2026-11-09', 1.5, '2026-11-06', '2026-11-10', 0.6, 'chance'],
  ['a weight makes no day certain', '2026-11-09', 3, '2026-11-06', '2026-11-10', 0.9, 'chance'],
  ['the next day is just inside the gap', '2026-11-06', 1, '2026-11-03', '2026-11-10', 0.4, 'chance'],
  ['the next day is outside the gap', '2026-11-06', 1, '2026-11-03', '2026-11-11', 1, 'maximum-gap'],
  ['the day is the last inside the gap', '2026-11-10', 1, '2026-11-03', '2026-11-11', 1, 'maximum-gap'],
  ['no day is known after it', '2026-11-04', 1, '2026-11-03', null, 1, 'maximum-gap'],
  ['the gap had no day in it', '2026-11-16', 1, '2026-11-03', '2026-11-17', 1, 'gap-passed'],
] as const)('%s', (_, on, weight, since, next, chance, because) => {
  const answer = chanceOn({ on: day(on), weight }, { since: day(since), next: next === null ? null : day(next) }, drawing);
  expect(answer.because).toBe(because);
  expect(answer.chance).toBeCloseTo(chance, 10);
});

test('a plan of none draws none, however long ago the last was', () => {
  const none = { ...drawing, plan: { perWeek: 0, maxGapDays: 7 } };
  expect(chanceOn(plain('2026-11-30'), { since: day('2026-11-03'), next: null }, none)).toEqual({ chance: 0, because: 'chance' });
  expect(isDrawn(0, 0)).toBe(false);
  expect(isDrawn(1, 0.999999)).toBe(true);
});

test('without a day inside the gap the first after it is taken, and said', () => {
  const days = ['2026-11-18', '2026-11-20'].map(plain);
  expect(nextSlot(days, day('2026-11-03'), drawing, () => 0.99)).toEqual({ on: '2026-11-18', because: 'gap-passed' });
});

test('the last day before the gap ends is taken where chance took none', () => {
  const days = ['2026-11-04', '2026-11-06', '2026-11-09', '2026-11-11'].map(plain);
  expect(nextSlot(days, day('2026-11-03'), drawing, () => 0.99)).toEqual({ on: '2026-11-09', because: 'maximum-gap' });
  expect(nextSlot(days, day('2026-11-03'), drawing, () => 0.2)).toEqual({ on: '2026-11-04', because: 'chance' });
  expect(nextSlot([], day('2026-11-03'), drawing, () => 0.2)).toBeNull();
});

test('a maximum gap of one day takes every day on which they come', () => {
  const daily = { plan: { perWeek: 7, maxGapDays: 1 }, base: 1, bounds };
  expect(nextSlot([plain('2026-11-04'), plain('2026-11-05')], day('2026-11-03'), daily, () => 0.99)?.on).toBe('2026-11-04');
});

const on = (...weekdays: number[]): Day[] =>
  daysFromTo(day('2026-11-02'), day('2026-11-29')).filter((one) => weekdays.includes(weekdayOf(one)));
const unweighed = (days: Day[]): CollectionDay[] => days.map((one) => ({ on: one, weight: 1 }));

test.each([
  ['three evenings', on(1, 3, 4), 1.5, 7],
  ['five days', on(1, 2, 3, 4, 5), 2, 7],
  ['five days, less often', on(1, 2, 3, 4, 5), 1, 14],
  ['two days', on(2, 4), 1, 14],
] as const)('%s: the base chance gives the rate, certain days counted in', (_, days, perWeek, maxGapDays) => {
  const wanted = { perWeek, maxGapDays };
  const base = baseChance(unweighed([...days]), wanted, bounds);
  expect(base).toBeGreaterThan(bounds.least);
  expect(base).toBeLessThan(bounds.most);
  expect(screensPerWeek(unweighed([...days]), wanted, base, bounds)).toBeCloseTo(perWeek, 3);
});

test('where the rate asks for every day, every day is taken; where the gap alone gives more, chance keeps its least', () => {
  expect(baseChance(unweighed(on(2)), plan, bounds)).toBe(1);
  expect(baseChance(unweighed(on(1, 2, 3, 4, 5)), { perWeek: 1, maxGapDays: 7 }, bounds)).toBeCloseTo(bounds.least, 5);
});

test('where fewer weeks are known ahead, the rate is that of the weeks that are', () => {
  const whole = unweighed(on(1, 3, 4));
  const oneWeek = whole.slice(0, 3);
  expect(baseChance(oneWeek, plan, bounds)).toBeCloseTo(baseChance(whole, plan, bounds), 1);
  expect([collectionDaysPerWeek(oneWeek), collectionDaysPerWeek(whole), collectionDaysPerWeek([])]).toEqual([3, 3, 0]);
});

test('a week away from the group lowers the number of screens, and makes no other week denser', () => {
  const whole = baseChance(unweighed(on(1, 3, 4)), { perWeek: 1.5, maxGapDays: 30 }, bounds);
  const away = on(1, 3, 4).filter((one) => one < '2026-11-09' || one > '2026-11-15');
  expect(baseChance(unweighed(away), { perWeek: 1.5, maxGapDays: 30 }, bounds)).toBeCloseTo(whole, 1);
});

const { paydays } = defaultSettings.screening;

test.each([
  ['2026-11-13', 'the 15th is a Sunday, so people are paid on the Friday before', true],
  ['2026-11-15', 'nobody is paid on a Sunday', false],
  ['2026-11-30', 'the last of the month', true],
  ['2026-11-16', 'a day like any other', false],
  ['2026-12-15', 'the 15th', true],
] as const)('payday %s, %s: %s', (given, label, paid) => expect([label, isPayday(day(given), paydays)]).toEqual([label, paid]));

test('every other Friday is a payday from the first on', () => {
  const fridays: Payday[] = [{ kind: 'every', days: 14, from: day('2026-11-06') }];
  const found = daysFromTo(day('2026-10-20'), day('2026-12-06')).filter((one) => isPayday(one, fridays));
  expect(found).toEqual(['2026-11-06', '2026-11-20', '2026-12-04']);
});

test('a day that follows a weekend, a holiday or a payday weighs more, as long as what was used would show', () => {
  const chart = { holidays: [day('2026-11-26')], paydays, weights: { afterWeekend: 1.5, afterHoliday: 2, afterPayday: 1.25 } };
  const days = ['2026-11-10', '2026-11-11', '2026-11-13', '2026-11-14', '2026-11-18', '2026-11-27', '2026-12-01', '2026-12-03'].map(day);
  expect(weighedDays(days, chart).map(({ weight }) => weight)).toEqual([
    1.5, // Tuesday, nothing before it known: Sunday is two days ago
    1,
    1,
    1.25, // Saturday after the Friday on which people were paid
    1.5, // Wednesday: the weekend ended three days before
    2, // the day after the holiday
    1.5, // Tuesday: a weekend and a payday before it, the greater counts
    1,
  ]);
  expect(weighedDays([day('2026-11-12'), day('2026-11-19')], chart).map(({ weight }) => weight)).toEqual([1, 1]);
  expect(weighedDays([addDays(day('2026-11-26'), 4)], chart)[0]?.weight).toBe(1.5);
});
