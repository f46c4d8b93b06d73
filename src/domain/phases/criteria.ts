import { addDays, daysBetween, type Day } from '#domain/calendar/calendar.ts';
import { hoursTotals } from '#domain/attendance/hours-totals.ts';
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

// A phase that asks for negative tests, or for days without use, would turn a result into a setback.
const outcomes = /\b(positives?|negatives?|clean|sober|sobriety|abstinen(t|ce)|toxicology)\b|\bwithout use\b/i;
const counted =
  /\b(\d+|all|every|no|each|consecutive|running|in a row)\b.*\b(screens?|tests?|results?)\b|\b(screens?|tests?|results?)\b.*\b(in a row|running)\b/i;
const ours = /\b(responded|response|respond|given|handed over|collected)\b/i;

/**
 * Whether a phase may ask for this: never for counts of results or runs of days without use, for anybody. That every result was responded to, and that
 * specimens were given, may be asked for, and so may a document by its name ("TB test on record").
 */
export const criterionAllowed = ({ label }: Pick<StoredCriterion, 'label'>): boolean =>
  !outcomes.test(label) && (!counted.test(label) || ours.test(label));

type Phase = { readonly number: number; readonly from: Day; readonly criteria: readonly StoredCriterion[] };

const codeOf = (phase: Pick<Phase, 'number'>, index: number): string => `${phase.number}.${index + 1}`;

/** The criteria of a phase after a review that found some of them met, by code. What is measured is nobody's to find, and a first day stays. */
export const withMet = (phase: Pick<Phase, 'number' | 'criteria'>, met: readonly string[], on: Day): readonly StoredCriterion[] =>
  phase.criteria.map((criterion, index) =>
    met.includes(codeOf(phase, index)) && !criterion.kind.startsWith('measured')
      ? { ...criterion, metOn: criterion.metOn ?? on }
      : criterion,
  );

type Care = {
  readonly weeks: readonly WeekOfCare[];
  readonly goals: readonly GoalLine[];
  readonly leaves: readonly LeaveSpan[];
  readonly today: Day;
};

/** Each criterion of the phase with how far it is: measured ones are computed now, the others are on record. One that isn't allowed asks for nothing. */
export const criteriaOf = (phase: Phase, care: Care): Criterion[] =>
  phase.criteria.flatMap((stored, index) =>
    criterionAllowed(stored) ? [{ code: codeOf(phase, index), label: stored.label, ...statusOf(stored, phase, care) }] : [],
  );

function statusOf(
  stored: StoredCriterion,
  phase: Phase,
  { weeks, goals, leaves, today }: Care,
): Pick<Criterion, 'kind' | 'met' | 'evidence'> {
  switch (stored.kind) {
    case 'recorded':
    case 'attested':
      return {
        kind: stored.kind,
        met: stored.metOn !== null,
        evidence: stored.metOn === null ? null : { kind: 'recorded', on: stored.metOn },
      };
    case 'measured-weeks': {
      const week = phaseWeek(phase.from, today, leaves);
      return { kind: 'measured', met: stored.needed === null ? null : week > stored.needed, evidence: { kind: 'week', week } };
    }
    case 'measured-goals': {
      const rated = goals.map((goal) => latestRating(goal.ratings, today)).filter((rating) => rating !== null);
      const reached = rated.filter((rating) => rating.level >= 0).length;
      return {
        kind: 'measured',
        met: stored.needed === null || rated.length === 0 ? null : reached >= stored.needed,
        evidence: { kind: 'goals', reached, of: goals.length },
      };
    }
    case 'measured-hours': {
      const recent = weeks
        .filter(({ week, partial }) => !partial && daysBetween(week, today) <= 35 && week >= addDays(today, -35))
        .slice(-4);
      const { delivered, prescribed } = hoursTotals(recent);
      if (prescribed === 0 || stored.needed === null) return { kind: 'measured', met: null, evidence: null };
      return {
        kind: 'measured',
        met: delivered / prescribed >= stored.needed / 100,
        evidence: { kind: 'hours', share: delivered / prescribed },
      };
    }
  }
  return stored.kind satisfies never;
}
