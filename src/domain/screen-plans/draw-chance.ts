import { addDays, daysBetween, type Day } from '#domain/calendar/calendar.ts';

/** How often a client's screens are drawn: so many a week on average, and never more than so many days between two. A rate of 0 draws none. */
export type ScreenPlan = { readonly perWeek: number; readonly maxGapDays: number };

/** A day on which a specimen can be collected, and how much likelier than a plain day it is drawn. */
export type CollectionDay = { readonly on: Day; readonly weight: number };

/** The least and the most that chance may give a day: none is safe, and none but the last before the maximum gap is certain. */
export type ChanceBounds = { readonly least: number; readonly most: number };

/** How a day came to its chance: by the rate alone, as the last before the maximum gap, or as the first after a gap that had no day in it. */
export const drawReasons = ['chance', 'maximum-gap', 'gap-passed'] as const;
export type DrawReason = (typeof drawReasons)[number];

/** What is fixed for a stretch of weeks: the plan, its base chance, and the bounds. */
export type Drawing = { readonly plan: ScreenPlan; readonly base: number; readonly bounds: ChanceBounds };

/** The chance of a day by its weight alone. A base of 1 means that every day has to be taken to reach the rate. */
export const chanceByWeight = (base: number, weight: number, { least, most }: ChanceBounds): number =>
  base >= 1 ? 1 : Math.min(most, Math.max(least, base * weight));

/**
 * The chance that a screen is drawn on a collection day. Each day is decided by itself, with the same chance whatever was drawn before, so that
 * the day after a screen is as likely as any other; only where waiting for the next collection day would pass the maximum gap is the day certain
 * (random interval, ASAM 2017). Where the gap is passed already, because it held no collection day, the first one after it is certain.
 * `since` is the day of the last screen that counts, `next` the collection day after this one, null where none is known.
 */
export function chanceOn(
  day: CollectionDay,
  { since, next }: { readonly since: Day; readonly next: Day | null },
  { plan, base, bounds }: Drawing,
): { readonly chance: number; readonly because: DrawReason } {
  if (plan.perWeek === 0) return { chance: 0, because: 'chance' };
  if (daysBetween(since, day.on) > plan.maxGapDays) return { chance: 1, because: 'gap-passed' };
  if (daysBetween(since, next ?? addDays(day.on, plan.maxGapDays)) > plan.maxGapDays) return { chance: 1, because: 'maximum-gap' };
  return { chance: chanceByWeight(base, day.weight, bounds), because: 'chance' };
}

/** Whether a day with this chance is drawn by a share from 0 up to, and without, 1. */
export const isDrawn = (chance: number, share: number): boolean => share < chance;

export type NextSlot = { readonly on: Day; readonly because: DrawReason };

/**
 * The next day on which a screen is drawn, decided day by day in order; null where no day of the list is.
 * `days` are in order and after `since`; `share` answers a number from 0 up to, and without, 1 each time that it is asked.
 */
export function nextSlot(days: readonly CollectionDay[], since: Day, drawing: Drawing, share: () => number): NextSlot | null {
  for (const [index, day] of days.entries()) {
    const { chance, because } = chanceOn(day, { since, next: days[index + 1]?.on ?? null }, drawing);
    if (isDrawn(chance, share())) return { on: day.on, because };
  }
  return null;
}
