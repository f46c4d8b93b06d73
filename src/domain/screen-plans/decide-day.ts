import { addDays, type Day } from '#domain/calendar/calendar.ts';
import type { Screening } from '#domain/programs/settings.ts';
import { chanceOn, isDrawn, type DrawReason, type ScreenPlan } from './draw-chance.ts';
import { baseChance } from './draw-rate.ts';
import { weighedDays } from './draw-weights.ts';

/** What is known of a client when one of their days is decided. */
export type DayFacts = {
  /** The days on which they could hand over a specimen, around this one, in order. */
  readonly days: readonly Day[];
  readonly holidays: readonly Day[];
  readonly plan: ScreenPlan;
  /** The days of their screens so far, in order. */
  readonly screened: readonly Day[];
};

/**
 * Whether a screen is drawn on a day, with the chance that it had and why, by a share from 0 up to, and without, 1 (program rule). Null where
 * nothing could be collected from that day on. A client without a screen is taken to have had one the day before.
 */
export function decideDay(
  on: Day,
  { days, holidays, plan, screened }: DayFacts,
  screening: Screening,
  share: number,
): { readonly chance: number; readonly because: DrawReason; readonly drawn: boolean } | null {
  const weighed = weighedDays(days, { ...screening, holidays }).filter((day) => day.on >= on);
  const [day, next] = weighed;
  if (day === undefined) return null;
  const base = baseChance(weighed, plan, screening.bounds);
  const since = screened.findLast((earlier) => earlier < on) ?? addDays(on, -1);
  const decision = chanceOn(day, { since, next: next?.on ?? null }, { plan, base, bounds: screening.bounds });
  return { ...decision, drawn: isDrawn(decision.chance, share) };
}
