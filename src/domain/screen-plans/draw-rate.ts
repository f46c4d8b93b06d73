import { daysBetween } from '#domain/calendar/calendar.ts';
import { chanceByWeight, type ChanceBounds, type CollectionDay, type ScreenPlan } from './draw-chance.ts';

/** The days that a rate is worked out over: four weeks hold each weekday equally often. */
export const rateDays = 28;

type Weighed = { readonly at: number; readonly weight: number };

/** The days of four weeks from the first on, counted from it. */
function within(days: readonly CollectionDay[]): Weighed[] {
  const [first] = days;
  if (first === undefined) return [];
  return days.map(({ on, weight }) => ({ at: daysBetween(first.on, on), weight })).filter(({ at }) => at < rateDays);
}

const weeksWith = (days: readonly Weighed[]): number => new Set(days.map(({ at }) => Math.floor(at / 7))).size;

/** Days to collect on a week, counted over the weeks of the next four that have any. 0 where there is none. */
export function collectionDaysPerWeek(days: readonly CollectionDay[]): number {
  const near = within(days);
  return near.length === 0 ? 0 : near.length / weeksWith(near);
}

/** Screens a week, counted over weeks in which there is a day to collect, that a base chance gives on the days of four weeks, again and again. */
export function screensPerWeek(days: readonly CollectionDay[], plan: ScreenPlan, base: number, bounds: ChanceBounds): number {
  const near = within(days);
  return near.length === 0 || plan.perWeek === 0 ? 0 : expectedIn(near, plan.maxGapDays, base, bounds) / weeksWith(near);
}

/** Screens expected in the last of three rounds of these days, by when the first day no longer matters. A round is as many weeks as are known. */
function expectedIn(near: readonly Weighed[], maxGapDays: number, base: number, bounds: ChanceBounds): number {
  const round = 7 * (Math.floor((near.at(-1)?.at ?? 0) / 7) + 1);
  const rounds = [0, 1, 2].flatMap((times) => near.map(({ at, weight }) => ({ at: at + times * round, weight })));
  // How likely it is that the last screen was on each earlier day.
  const lastAt = new Map<number, number>([[-1, 1]]);
  let expected = 0;
  for (const [index, { at, weight }] of rounds.entries()) {
    const next = rounds[index + 1]?.at ?? 3 * round;
    const chance = chanceByWeight(base, weight, bounds);
    let here = 0;
    for (const [since, share] of lastAt) {
      const drawn = next - since > maxGapDays ? 1 : chance;
      here += share * drawn;
      if (drawn === 1) lastAt.delete(since);
      else lastAt.set(since, share * (1 - drawn));
    }
    lastAt.set(at, here);
    if (at >= 2 * round) expected += here;
  }
  return expected;
}

/**
 * The base chance of a plain day with which these days of the coming four weeks give the plan's rate, days that the maximum gap makes certain counted in.
 * 1 where every day has to be taken; the least that is allowed where the maximum gap alone gives more than the rate.
 */
export function baseChance(days: readonly CollectionDay[], plan: ScreenPlan, bounds: ChanceBounds): number {
  if (screensPerWeek(days, plan, 1, bounds) <= plan.perWeek) return 1;
  let [low, high] = [bounds.least, 1];
  for (let step = 0; step < 24; step += 1) {
    const middle = (low + high) / 2;
    if (screensPerWeek(days, plan, middle, bounds) > plan.perWeek) high = middle;
    else low = middle;
  }
  return Math.min(low, bounds.most);
}
