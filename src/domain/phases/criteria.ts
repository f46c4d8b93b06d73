import { addDays, daysBetween, type Day } from '#domain/calendar/calendar.ts';
import { hoursTotals } from '#domain/attendance/hours-totals.ts';
import { percent } from '#domain/attendance/words.ts';
import type { LeaveSpan } from '#domain/attendance/delivered-minutes.ts';
import { latestRating } from '#domain/care-plan/goals.ts';
import type { GoalLine, WeekOfCare } from '#domain/clients/journey.ts';
import { phaseWeek, type Criterion } from './phases.ts';

/** A criterion as the phase wrote it down, and since when a recorded or attested one is met. `needed` is in weeks, percent of hours or goals. */
export type StoredCriterion = {
  readonly label: string;
  readonly kind: 'measured-weeks' | 'measured-hours' | 'measured-goals' | 'recorded' | 'attested';
  readonly needed: number | null;
  readonly metOn: Day | null;
};

type Phase = { readonly number: number; readonly from: Day; readonly criteria: readonly StoredCriterion[] };

const codeOf = (phase: Pick<Phase, 'number'>, index: number): string => `${phase.number}.${index + 1}`;

/** The criteria of a phase after a review that found some of them met, by code. What is measured is nobody's to find, and a first day stays. */
export const withMet = (phase: Pick<Phase, 'number' | 'criteria'>, met: readonly string[], on: Day): readonly StoredCriterion[] =>
  phase.criteria.map((criterion, index) =>
    met.includes(codeOf(phase, index)) && !criterion.kind.startsWith('measured')
      ? { ...criterion, metOn: criterion.metOn ?? on }
      : criterion,
  );

type Evidence = {
  readonly weeks: readonly WeekOfCare[];
  readonly goals: readonly GoalLine[];
  readonly leaves: readonly LeaveSpan[];
  readonly today: Day;
};

/** Each criterion of the phase with what it stands at: measured ones are computed now, the others are on record. */
export const criteriaOf = (phase: Phase, evidence: Evidence): Criterion[] =>
  phase.criteria.map((stored, index) => ({
    code: codeOf(phase, index),
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
