import { daysBetween, addDays, type Day } from '#domain/calendar/calendar.ts';
import type { Adjustment, AdjustmentState } from './open.ts';
import type { Response } from '#domain/drug-screens/interpret.ts';
import type { ProgramSettings } from '#domain/programs/settings.ts';

/** What stateOf reads. */
export type AdjustmentFacts = Pick<
  Adjustment,
  'talkedAt' | 'explainedAt' | 'signedAt' | 'noChangeReason' | 'followUpOn' | 'outcome' | 'outcomeAt' | 'amendedAt'
>;

/**
 * Where an adjustment stands today. It is derived, never stored: a follow-up falls due by the calendar alone.
 * A signed "no change needed" with no follow-up has nothing left to do and is closed.
 */
export function stateOf(adjustment: AdjustmentFacts, today: Day): AdjustmentState {
  if (adjustment.amendedAt !== null) return 'amended';
  if (adjustment.outcomeAt !== null) return 'closed';
  if (adjustment.explainedAt !== null) return 'explained';
  if (adjustment.signedAt !== null) {
    if (adjustment.followUpOn === null) return adjustment.noChangeReason === null ? 'signed' : 'closed';
    return adjustment.followUpOn <= today ? 'follow-up-due' : 'signed';
  }
  return adjustment.talkedAt === null ? 'due' : 'talked';
}

/** Whether the team still has something to do: only these attach repeats, and only these are listed as open. */
export function isUnderway(state: AdjustmentState): boolean {
  switch (state) {
    case 'due':
    case 'talked':
    case 'signed':
    case 'follow-up-due':
      return true;
    case 'closed':
    case 'explained':
    case 'amended':
      return false;
  }
  state satisfies never;
}

const moves: Readonly<Record<AdjustmentState, readonly AdjustmentState[]>> = {
  due: ['talked', 'explained', 'amended'],
  // What explains a result is often only heard in the conversation.
  talked: ['signed', 'explained', 'amended'],
  signed: ['follow-up-due', 'closed', 'amended'],
  'follow-up-due': ['closed', 'amended'],
  explained: ['closed', 'amended'],
  closed: ['amended'],
  amended: [],
};

/** Whether an adjustment may go from one state to the next. Every state may be amended when the result is corrected; nothing goes back. */
export const mayMove = (from: AdjustmentState, to: AdjustmentState): boolean => moves[from].includes(to);

/** How the team has answered, which fills the mark. Any signed answer counts, "no change needed" included. */
export function responseOf(adjustment: AdjustmentFacts): Response {
  if (adjustment.outcomeAt !== null) return 'outcome-recorded';
  if (adjustment.explainedAt !== null) return 'explained';
  if (adjustment.signedAt !== null)
    return adjustment.followUpOn === null && adjustment.noChangeReason !== null ? 'outcome-recorded' : 'plan-adjusted';
  return adjustment.amendedAt === null ? 'due' : 'explained';
}

export type Window = { readonly from: Day; readonly to: Day; readonly days: number };

const windowOf = (from: Day, to: Day): Window => ({ from, to, days: Math.max(0, daysBetween(from, to) + 1) });

/**
 * The days compared before and after a signed change: 28 ending the day before it, 28 starting the day after (program rule),
 * clipped by admission, the next adjustment and today. Lengths may differ and are shown; a window of 0 days has nothing to compare.
 */
export function beforeAndAfter(facts: {
  readonly signedOn: Day;
  readonly admittedOn: Day;
  readonly nextAdjustmentOn: Day | null;
  readonly today: Day;
  readonly settings: ProgramSettings;
}): { readonly before: Window; readonly after: Window } {
  const { signedOn, admittedOn, nextAdjustmentOn, today, settings } = facts;
  const first = addDays(signedOn, -settings.beforeAfterDays);
  const lasts = [addDays(signedOn, settings.beforeAfterDays), today, nextAdjustmentOn === null ? today : addDays(nextAdjustmentOn, -1)];
  return {
    before: windowOf(first < admittedOn ? admittedOn : first, addDays(signedOn, -1)),
    after: windowOf(
      addDays(signedOn, 1),
      lasts.reduce((a, b) => (b < a ? b : a)),
    ),
  };
}
