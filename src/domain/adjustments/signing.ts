import { daysBetween, type Day } from '#domain/calendar/calendar.ts';
import type { SafetyToday } from './open.ts';

/** What a person asks to sign. Everything in it is their own answer: nothing is filled in for them. */
export type Signature = {
  readonly changes: readonly { readonly line: string; readonly fromOn: Day; readonly who: string }[];
  readonly noChangeReason: string | null;
  readonly followUpOn: Day | null;
  readonly followUpBy: string | null;
  readonly betterLooksLike: string | null;
  readonly safety: SafetyToday;
  /** Somebody on call and a time were given. */
  readonly notified: boolean;
};

export type SigningFacts = {
  readonly today: Day;
  readonly openedOn: Day;
  /** Lines that the program's menu holds. Ending care isn't one of them and can't be. */
  readonly lines: readonly string[];
  readonly team: readonly string[];
  /** Whom was told is on record from the talk. */
  readonly notifiedBefore: boolean;
};

/** What can stand in the way of a signature. */
export type SigningProblem =
  | 'nothing-chosen'
  | 'change-and-none'
  | 'line-unknown'
  | 'line-twice'
  | 'from-too-early'
  | 'from-too-late'
  | 'not-of-the-team'
  | 'follow-up-needed'
  | 'follow-up-not-ahead'
  | 'follow-up-too-late'
  | 'notification-needed';

export type ProblemAt = { readonly field: string; readonly problem: SigningProblem };

// Later than a quarter is a slip of the keyboard: the follow-up would be forgotten.
const furthestDays = 92;

/**
 * What stands in the way of signing, field by field; empty where nothing does (program rule).
 * Either changes of the menu or a reason for none. A change has a start and a person; it needs a follow-up, which 'no change' may do without.
 */
export function problemsIn(signature: Signature, facts: SigningFacts): readonly ProblemAt[] {
  const { changes, noChangeReason, safety, notified } = signature;
  const found: (ProblemAt | null)[] = [
    changes.length === 0 && noChangeReason === null ? { field: 'changes', problem: 'nothing-chosen' } : null,
    changes.length > 0 && noChangeReason !== null ? { field: 'noChangeReason', problem: 'change-and-none' } : null,
    ...changes.flatMap((change, index) => changeProblems(change, index, signature, facts)),
    ...followUpProblems(signature, facts),
    safety === 'on-call-notified' && !notified && !facts.notifiedBefore ? { field: 'notified', problem: 'notification-needed' } : null,
  ];
  return found.filter((problem) => problem !== null);
}

function changeProblems(
  change: Signature['changes'][number],
  index: number,
  { changes }: Signature,
  facts: SigningFacts,
): (ProblemAt | null)[] {
  const at = (field: string, problem: SigningProblem, holds: boolean): ProblemAt | null =>
    holds ? { field: `changes.${index}.${field}`, problem } : null;
  return [
    at('line', 'line-unknown', !facts.lines.includes(change.line)),
    at('line', 'line-twice', changes.findIndex(({ line }) => line === change.line) !== index),
    at('fromOn', 'from-too-early', change.fromOn < facts.openedOn),
    at('fromOn', 'from-too-late', daysBetween(facts.today, change.fromOn) > furthestDays),
    at('who', 'not-of-the-team', !facts.team.includes(change.who)),
  ];
}

function followUpProblems(
  { changes, followUpOn, followUpBy, betterLooksLike }: Signature,
  { today, team }: SigningFacts,
): (ProblemAt | null)[] {
  const needed = changes.length > 0 || followUpOn !== null || followUpBy !== null || betterLooksLike !== null;
  return [
    needed && followUpOn === null ? { field: 'followUpOn', problem: 'follow-up-needed' } : null,
    needed && followUpBy === null ? { field: 'followUpBy', problem: 'follow-up-needed' } : null,
    needed && betterLooksLike === null ? { field: 'betterLooksLike', problem: 'follow-up-needed' } : null,
    followUpOn !== null && followUpOn <= today ? { field: 'followUpOn', problem: 'follow-up-not-ahead' } : null,
    followUpOn !== null && daysBetween(today, followUpOn) > furthestDays ? { field: 'followUpOn', problem: 'follow-up-too-late' } : null,
    followUpBy !== null && !team.includes(followUpBy) ? { field: 'followUpBy', problem: 'not-of-the-team' } : null,
  ];
}
