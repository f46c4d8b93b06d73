import { addDays, daysBetween, type Day } from '#domain/calendar/calendar.ts';
import type { LeaveSpan } from '#domain/attendance/delivered-minutes.ts';
import type { ProgramSettings } from '#domain/programs/settings.ts';

/** The week of the phase, from 1: days in the phase less days on leave, in sevens. */
export function phaseWeek(from: Day, on: Day, leaves: readonly LeaveSpan[]): number {
  const away = leaves.reduce((sum, leave) => {
    const start = leave.from < from ? from : leave.from;
    const end = leave.to === null || leave.to >= on ? addDays(on, -1) : leave.to;
    return sum + Math.max(0, daysBetween(start, end) + 1);
  }, 0);
  return Math.floor(Math.max(0, daysBetween(from, on) - away) / 7) + 1;
}

/** A criterion is computed, found on record, or ticked by a named person. */
export const criterionKinds = ['measured', 'recorded', 'attested'] as const;
export type CriterionKind = (typeof criterionKinds)[number];

export type Criterion = {
  readonly code: string;
  readonly label: string;
  readonly kind: CriterionKind;
  /** Null where nobody knows yet: not met, and not missed either. */
  readonly met: boolean | null;
  /** 'k of n' or the date of the record. */
  readonly evidence: string | null;
};

export type PhaseProgress = { readonly met: number; readonly of: number; readonly notKnown: number };

export const phaseProgress = (criteria: readonly Criterion[]): PhaseProgress => ({
  met: criteria.filter(({ met }) => met === true).length,
  of: criteria.length,
  notKnown: criteria.filter(({ met }) => met === null).length,
});

/** Whether every criterion is met, so that a review may be started. It decides nothing: a person does. */
export const readyForReview = ({ met, of }: PhaseProgress): boolean => of > 0 && met === of;

// A phase that asks for negative tests would turn a result into a setback.
const testCounts = /\b(positives?|negatives?|screens?|tests?|toxicology)\b/i;

/** Whether a criterion may be set up: none may count test results. "Responded to every result" is what to ask for instead. */
export const criterionAllowed = (label: string): boolean => !testCounts.test(label) || /\brespon(ded|se)\b/i.test(label);

/** 30 calendar days after the last signature (program rule). */
export const reviewDueOn = (lastSignedOn: Day, settings: ProgramSettings): Day => addDays(lastSignedOn, settings.reviewDays);
