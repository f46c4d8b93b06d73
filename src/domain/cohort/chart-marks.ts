import { addDays, weekOf, type Day } from '#domain/calendar/calendar.ts';
import type { CohortTrend } from './trends.ts';

export const markKinds = ['rebase', 'note'] as const;
export type MarkKind = (typeof markKinds)[number];

export type MarkProblem =
  | { readonly kind: 'not-a-monday'; readonly monday: Day }
  | { readonly kind: 'not-closed' }
  | { readonly kind: 'outside-signal'; readonly weeks: readonly Day[] };

/** What keeps a note from a week: a chart is marked at its Mondays, up to the last week that is over. Null where nothing does. */
export function noteProblem(week: Day, today: Day): MarkProblem | null {
  if (week !== weekOf(week)) return { kind: 'not-a-monday', monday: weekOf(week) };
  return addDays(week, 6) >= today ? { kind: 'not-closed' } : null;
}

/**
 * What keeps a process from being rebased from a week on (program rule): without a signal nothing says that it changed, and a change begins where
 * the signal does. Null where nothing does.
 */
export function rebaseProblem(week: Day, { signalPeriods }: Pick<CohortTrend, 'signalPeriods'>): 'no-signal' | MarkProblem | null {
  if (signalPeriods.length === 0) return 'no-signal';
  return signalPeriods.includes(week) ? null : { kind: 'outside-signal', weeks: signalPeriods };
}
