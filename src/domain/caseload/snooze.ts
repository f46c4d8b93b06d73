import { daysBetween, type Day } from '#domain/calendar/calendar.ts';
import { tierOf, type Need, type NeedKind } from './order.ts';
import type { ProgramSettings } from '#domain/programs/settings.ts';

export const snoozeRefusals = ['never-safety', 'reason-needed', 'date-not-ahead', 'too-long', 'supervisor-needed'] as const;
export type SnoozeRefusal = (typeof snoozeRefusals)[number];

export type Snooze = {
  readonly kind: NeedKind;
  readonly adjustmentId: string | null;
  /** The day on which it is back on Today. */
  readonly until: Day;
  readonly reason: string;
  readonly supervisor: string | null;
};

/** Tiers that are put off with a supervisor named: lost contact, and answers to results. */
const supervised: readonly number[] = [2, 4];

/**
 * What stands in the way of a snooze; empty where it may be (program rule): a reason and a date at most 7 days ahead,
 * never a safety clock, and a supervisor named for lost contact and for what is due about a result.
 */
export function maySnooze(snooze: Omit<Snooze, 'adjustmentId'>, today: Day, settings: ProgramSettings): readonly SnoozeRefusal[] {
  const ahead = daysBetween(today, snooze.until);
  const blocked: Readonly<Record<SnoozeRefusal, boolean>> = {
    'never-safety': snooze.kind === 'safety',
    'reason-needed': snooze.reason.trim() === '',
    'date-not-ahead': ahead < 1,
    'too-long': ahead > settings.snoozeMaxDays,
    'supervisor-needed': supervised.includes(tierOf(snooze.kind)) && (snooze.supervisor ?? '').trim() === '',
  };
  return snoozeRefusals.filter((refusal) => blocked[refusal]);
}

const isSnoozed = (need: Need, snoozes: readonly Snooze[], today: Day): boolean =>
  need.kind !== 'safety' &&
  snoozes.some(({ kind, adjustmentId, until }) => kind === need.kind && adjustmentId === need.adjustmentId && today < until);

/** What is left to see today. A snooze covers one reason (and one adjustment), so that a new one is never hidden by it. */
export const notSnoozed = (needs: readonly Need[], snoozes: readonly Snooze[], today: Day): readonly Need[] =>
  needs.filter((need) => !isSnoozed(need, snoozes, today));
