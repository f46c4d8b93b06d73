import { addDays, type Day } from '#domain/calendar/calendar.ts';
import type { CohortWeek } from '#domain/cohort/weeks.ts';

/** What a cohort is asked for: between which days, at which site, in which program. */
export type CohortQuestion = {
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
  readonly site?: string | undefined;
  readonly program?: string | undefined;
};

/** The question with its gaps filled, and the closed weeks in it. */
export type CohortSpan = { readonly from: Day; readonly to: Day; readonly today: Day; readonly weeks: readonly CohortWeek[] };

/** The Monday and the Sunday between which these weeks lie; null where there are none. */
export function boundsOf(weeks: readonly CohortWeek[]): { from: Day; to: Day } | null {
  const [first, last] = [weeks[0], weeks.at(-1)];
  return first === undefined || last === undefined ? null : { from: first.week, to: addDays(last.week, 6) };
}
