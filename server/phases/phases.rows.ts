import { addDays, daysBetween, type Day } from '#domain/calendar/calendar.ts';
import { hoursTotals } from '#domain/attendance/hours-totals.ts';
import { percent } from '#domain/attendance/words.ts';
import { latestRating } from '#domain/care-plan/goals.ts';
import type { LeaveSpan } from '#domain/attendance/delivered-minutes.ts';
import type { GoalLine, PhaseSpan, WeekOfCare } from '#domain/clients/journey.ts';
import { phaseWeek, type Criterion } from '#domain/phases/phases.ts';
import type { Database } from '#server/database/pool.ts';
import type { StoredCriterion } from '#server/database/tables/episodes.ts';
import { byClient } from '#server/clients/by-client.ts';

export type Phase = PhaseSpan & { readonly id: string; readonly reviewDueOn: Day | null; readonly criteria: readonly StoredCriterion[] };

export async function phasesOf(db: Database, ids: readonly string[]): Promise<Map<string, Phase[]>> {
  const rows = await db
    .selectFrom('phase_span')
    .select(['client_id', 'id', 'number', 'name', 'from_on', 'to_on', 'review_due_on', 'criteria'])
    .where('client_id', 'in', ids)
    .orderBy('from_on')
    .execute();
  return byClient(rows, (row) => ({
    id: row.id,
    number: row.number,
    name: row.name,
    from: row.from_on,
    to: row.to_on,
    reviewDueOn: row.review_due_on,
    criteria: row.criteria,
  }));
}

type Evidence = {
  readonly weeks: readonly WeekOfCare[];
  readonly goals: readonly GoalLine[];
  readonly leaves: readonly LeaveSpan[];
  readonly today: Day;
};

/** Each criterion of the phase with what it stands at: measured ones are computed now, the others are on record. */
export const criteriaOf = (phase: Phase, evidence: Evidence): Criterion[] =>
  phase.criteria.map((stored, index) => ({
    code: `${phase.number}.${index + 1}`,
    label: stored.label,
    ...statusOf(stored, phase, evidence),
  }));

function statusOf(
  stored: StoredCriterion,
  phase: Phase,
  { weeks, goals, leaves, today }: Evidence,
): Pick<Criterion, 'kind' | 'met' | 'evidence'> {
  switch (stored.kind) {
    case 'recorded':
    case 'attested':
      return { kind: stored.kind, met: stored.metOn !== null, evidence: stored.metOn };
    case 'measured-weeks': {
      const week = phaseWeek(phase.from, today, leaves);
      return { kind: 'measured', met: stored.needed === null ? null : week > stored.needed, evidence: `week ${week}` };
    }
    case 'measured-goals': {
      const rated = goals.map((goal) => latestRating(goal.ratings, today)).filter((rating) => rating !== null);
      const reached = rated.filter((rating) => rating.level >= 0).length;
      return {
        kind: 'measured',
        met: stored.needed === null || rated.length === 0 ? null : reached >= stored.needed,
        evidence: `${reached} of ${goals.length}`,
      };
    }
    case 'measured-hours': {
      const recent = weeks
        .filter(({ week, partial }) => !partial && daysBetween(week, today) <= 35 && week >= addDays(today, -35))
        .slice(-4);
      const { delivered, prescribed } = hoursTotals(recent);
      if (prescribed === 0 || stored.needed === null) return { kind: 'measured', met: null, evidence: null };
      return { kind: 'measured', met: delivered / prescribed >= stored.needed / 100, evidence: percent(delivered / prescribed) };
    }
  }
  return stored.kind satisfies never;
}
