import { addDays, day, daysBetween, daysFromTo, weekdayOf, type Day } from '#domain/calendar/calendar.ts';
import { baseChance } from '#domain/screen-plans/draw-rate.ts';
import { weighedDays } from '#domain/screen-plans/draw-weights.ts';
import { nextSlot, type CollectionDay, type ScreenPlan } from '#domain/screen-plans/draw-chance.ts';
import { defaultSettings, type Screening } from '#domain/programs/settings.ts';
import { diceFor } from '#mocks/fixtures/random.ts';

const first = day('2026-01-05');
export const weeks = 16;
const last = addDays(first, weeks * 7 - 1);

type Decision = { readonly on: Day; readonly drawn: 0 | 1; readonly before: number; readonly weight: number };

export type Course = {
  readonly days: readonly CollectionDay[];
  readonly plan: ScreenPlan;
  readonly slots: readonly Day[];
  readonly gaps: readonly number[];
  readonly decisions: readonly Decision[];
};

export const always: Screening['weights'] = { afterWeekend: 1, afterHoliday: 1, afterPayday: 1 };

/** Collection days of half a year on these weekdays. */
export const daysOn = (weekdays: readonly number[], weights: Screening['weights']): CollectionDay[] =>
  weighedDays(
    daysFromTo(first, last).filter((one) => weekdays.includes(weekdayOf(one))),
    { holidays: [], paydays: defaultSettings.screening.paydays, weights },
  );

/** So many clients with the same days and plan, each drawn to the end of the days, screen after screen. */
export function simulated(clients: number, days: readonly CollectionDay[], plan: ScreenPlan, key: string): Course[] {
  const { bounds } = defaultSettings.screening;
  const base = baseChance(days.slice(0, Math.ceil(days.length / (weeks / 4))), plan, bounds);
  const { share } = diceFor(key);
  const began = addDays(first, -1);
  const rest = new Map(days.map(({ on }, index) => [on, days.slice(index + 1)]));
  return Array.from({ length: clients }, () => {
    const slots: Day[] = [];
    for (let left = days; left.length > 0;) {
      const slot = nextSlot(left, slots.at(-1) ?? began, { plan, base, bounds }, share);
      if (slot === null) break;
      slots.push(slot.on);
      left = rest.get(slot.on) ?? [];
    }
    const drawn = new Set(slots);
    const gaps = slots.map((on, index) => daysBetween(slots[index - 1] ?? began, on));
    return { days, plan, slots, gaps, decisions: decisionsIn({ days, plan, began }, drawn) };
  });
}

/** Each day that chance decided, with what came of the three collection days before it as bits, the latest last. */
function decisionsIn(
  { days, plan, began }: { days: readonly CollectionDay[]; plan: ScreenPlan; began: Day },
  drawn: ReadonlySet<Day>,
): Decision[] {
  const found: Decision[] = [];
  let since = began;
  let before = 0;
  for (const [index, { on, weight }] of days.entries()) {
    const next = days[index + 1]?.on;
    const taken = drawn.has(on) ? 1 : 0;
    if (index >= 3 && next !== undefined && daysBetween(since, next) <= plan.maxGapDays) found.push({ on, drawn: taken, before, weight });
    before = ((before << 1) | taken) & 7;
    if (taken === 1) since = on;
  }
  return found;
}

/** Pearson's chi-square of a table of counts, with its degrees of freedom; rows and columns without any count are left out. */
export function chiSquare(table: readonly (readonly number[])[]): { readonly value: number; readonly freedom: number } {
  const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
  const rows = table.filter((row) => sum(row) > 0);
  const columns = (rows[0] ?? []).map((_, at) => sum(rows.map((row) => row[at] ?? 0)));
  const all = sum(columns);
  let value = 0;
  for (const row of rows) {
    for (const [at, column] of columns.entries()) {
      if (column === 0) continue;
      const expected = (sum(row) * column) / all;
      value += ((row[at] ?? 0) - expected) ** 2 / expected;
    }
  }
  return { value, freedom: (rows.length - 1) * (columns.filter((column) => column > 0).length - 1) };
}

/** Chi-square at which one table in a thousand of independent counts lies (NIST/SEMATECH e-Handbook, table 1.3.6.7.4). */
export const critical: Readonly<Record<number, number>> = {
  1: 10.828,
  2: 13.816,
  3: 16.266,
  4: 18.467,
  5: 20.515,
  6: 22.458,
  7: 24.322,
  8: 26.125,
  9: 27.877,
  12: 32.91,
  16: 39.252,
  20: 45.315,
  25: 52.62,
  27: 55.476,
  30: 59.703,
  36: 67.985,
};

export const correlation = (pairs: readonly (readonly [number, number])[]): number => {
  const n = pairs.length;
  const mean = (at: 0 | 1) => pairs.reduce((sum, pair) => sum + pair[at], 0) / n;
  const [a, b] = [mean(0), mean(1)];
  const product = (of: (pair: readonly [number, number]) => number) => pairs.reduce((sum, pair) => sum + of(pair), 0);
  return product(([x, y]) => (x - a) * (y - b)) / Math.sqrt(product(([x]) => (x - a) ** 2) * product(([, y]) => (y - b) ** 2));
};
