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

/** The week of the phase, goals at the expected level or above, the share of prescribed hours that was delivered, or the day of the record. */
export type Evidence =
  | { readonly kind: 'week'; readonly week: number }
  | { readonly kind: 'goals'; readonly reached: number; readonly of: number }
  | { readonly kind: 'hours'; readonly share: number }
  | { readonly kind: 'recorded'; readonly on: Day };

export type Criterion = {
  readonly code: string;
  readonly label: string;
  readonly kind: CriterionKind;
  /** Null where nobody knows yet: not met, and not missed either. */
  readonly met: boolean | null;
  /** What it was found by; null where nothing is known. */
  readonly evidence: Evidence | null;
};

export type PhaseProgress = { readonly met: number; readonly of: number; readonly notKnown: number };

export const phaseProgress = (criteria: readonly Criterion[]): PhaseProgress => ({
  met: criteria.filter(({ met }) => met === true).length,
  of: criteria.length,
  notKnown: criteria.filter(({ met }) => met === null).length,
});

/** Whether every criterion is met, so that a review may be started. It decides nothing: a person does. */
export const readyForReview = ({ met, of }: PhaseProgress): boolean => of > 0 && met === of;

/** 30 calendar days after the last signature (program rule). */
export const reviewDueOn = (lastSignedOn: Day, settings: ProgramSettings): Day => addDays(lastSignedOn, settings.reviewDays);
