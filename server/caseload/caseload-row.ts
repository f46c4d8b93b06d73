import { meetsWords } from '#domain/scheduling/meetings-words.ts';
import type { CaseloadRow } from '#contract/caseload.ts';
import { hoursColumnsOf } from '#domain/attendance/hours-bars.ts';
import { hoursTotals } from '#domain/attendance/hours-totals.ts';
import { lastWeekWords, weeksMetSummary } from '#domain/attendance/words.ts';
import { addDays, weekOf, type Day } from '#domain/calendar/calendar.ts';
import type { NeedListed, NeedShown } from '#contract/shown.ts';
import { lastEight, stripCounts } from '#domain/drug-screens/counts.ts';
import { stripLines } from '#domain/drug-screens/words.ts';
import { latestRating } from '#domain/care-plan/goals.ts';
import { goalsWords } from '#domain/care-plan/goals-words.ts';
import { phaseWeek } from '#domain/phases/phases.ts';
import type { CoverageShown } from '#server/coverage/coverage-shown.ts';
import type { CaseloadClient } from './caseload.rows.ts';
import type { Loaded } from './facts-at.ts';
import { calledName, shownName } from '#server/clients/client-names.ts';

type Shown = {
  readonly needs: readonly NeedShown[];
  readonly today: Day;
  readonly coverage: CoverageShown;
  readonly therapist: string | null;
};

const listed = ({ kind, dueAt, why, task, note, adjustmentId, about }: NeedShown, index: number): NeedListed => ({
  kind,
  dueAt,
  why,
  ...(task === null ? {} : { task }),
  ...(note === null ? {} : { note }),
  ...(adjustmentId === null || index > 0 ? {} : { adjustmentId }),
  ...(about === undefined || index > 0 ? {} : { about }),
});

/** One line of Today, with the words under each of its small pictures. */
export function rowOf(client: CaseloadClient, facts: Loaded, { needs, today, coverage, therapist }: Shown): CaseloadRow {
  const weeks = facts.weeks.filter(({ week }) => week < weekOf(today)).slice(-12);
  const lastWeek = facts.weeks.find(({ week }) => week === addDays(weekOf(today), -7)) ?? null;
  const strip = lastEight(facts.screens, today);
  const phase = facts.phases.findLast(({ from }) => from <= today);
  const goals = facts.goals.map((goal) => ({ id: goal.id, level: latestRating(goal.ratings, today)?.level ?? null }));
  const next = facts.goalLines.flatMap(({ nextReviewOn }) => (nextReviewOn === null ? [] : [nextReviewOn])).toSorted()[0] ?? null;
  return {
    clientId: client.client_id,
    name: shownName(client),
    called: calledName(client),
    ...(client.closed_on === null ? {} : { closedOn: client.closed_on }),
    group: client.group_name,
    meets: client.meets === null ? null : meetsWords(client.meets),
    ...(therapist === null ? {} : { therapist }),
    ...coverage,
    needs: needs.map(listed),
    hours: hoursColumnsOf(weeks),
    // The last week is said beside it.
    hoursSummary: weeksMetSummary(hoursTotals(weeks), null),
    lastWeek: lastWeekWords(lastWeek),
    strip: strip.map(({ mark, presumptive }) => (presumptive ? { mark, presumptive } : { mark })),
    stripLabels: stripLines(stripCounts(strip)).filter((line) => line !== null),
    phase:
      phase === undefined || facts.phase === null
        ? null
        : { number: phase.number, week: phaseWeek(phase.from, today, facts.leaves), met: facts.phase.met, of: facts.phase.of },
    goals: goals.map(({ level }) => level),
    goalsSummary: goalsWords(goals, next, today),
  };
}
