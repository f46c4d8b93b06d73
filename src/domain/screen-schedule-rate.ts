import { daysBetween } from './calendar.ts';
import { chanceByWeight, type ChanceBounds, type CollectionDay, type ScreenPlan } from './screen-schedule.ts';

/** The days that a rate is worked out over: four weeks hold each weekday equally often. */
export const rateDays = 28;

type Weighed = { readonly at: number; readonly weight: number };

/** Screens a week, counted over weeks in which there is a day to collect, that a base chance gives on these days of four weeks, again and again. */
export function screensPerWeek(days: readonly CollectionDay[], plan: ScreenPlan, base: number, bounds: ChanceBounds): number {
  const [first] = days;
  if (first === undefined || plan.perWeek === 0) return 0;
  const within = days.map(({ on, weight }) => ({ at: daysBetween(first.on, on), weight })).filter(({ at }) => at < rateDays);
  const weeks = new Set(within.map(({ at }) => Math.floor(at / 7))).size;
  return expectedIn(within, plan.maxGapDays, base, bounds) / weeks;
}

/** Screens expected in the last of three rounds of these days, by when the first day no longer matters. */
function expectedIn(within: readonly Weighed[], maxGapDays: number, base: number, bounds: ChanceBounds): number {
  const rounds = [0, 1, 2].flatMap((round) => within.map(({ at, weight }) => ({ at: at + round * rateDays, weight })));
  // How likely it is that the last screen was on each earlier day.
  const lastAt = new Map<number, number>([[-1, 1]]);
  let expected = 0;
  for (const [place, { at, weight }] of rounds.entries()) {
    const next = rounds[place + 1]?.at ?? 3 * rateDays;
    const chance = chanceByWeight(base, weight, bounds);
    let here = 0;
    for (const [since, share] of lastAt) {
      const drawn = next - since > maxGapDays ? 1 : chance;
      here += share * drawn;
      if (drawn === 1) lastAt.delete(since);
      else lastAt.set(since, share * (1 - drawn));
    }
    lastAt.set(at, here);
    if (at >= 2 * rateDays) expected += here;
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
