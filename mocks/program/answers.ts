import type { Day, Instant } from '#domain/calendar.ts';
import type { ClientView, ContactMethod, Naloxone, Outcome, SafetyToday } from '#domain/care-plan.ts';
import type { Member } from './house.ts';

export type PlanChange = { readonly line: string; readonly what: string; readonly from: Day; readonly who: Member };

/** What the team did about one adjustment, with when; whatever lies after now has not happened yet. */
export type Answer = {
  readonly checked: 'go-ahead' | 'send-to-lab' | null;
  readonly talk: {
    readonly at: Instant;
    readonly method: ContactMethod;
    readonly ownWords: string | null;
    readonly exportable: boolean;
    readonly safety: SafetyToday;
  } | null;
  readonly naloxone: Naloxone | null;
  readonly explained: { readonly at: Instant; readonly why: string } | null;
  readonly signed: {
    readonly at: Instant;
    readonly by: Member;
    readonly view: ClientView;
    readonly changes: readonly PlanChange[];
    readonly noChangeBecause: string | null;
    readonly followUpOn: Day | null;
    readonly better: string | null;
  } | null;
  readonly outcome: { readonly at: Instant; readonly what: Outcome; readonly note: string } | null;
};

export const noAnswer: Answer = { checked: null, talk: null, naloxone: null, explained: null, signed: null, outcome: null };

/** What a result opened, and which of the client's adjustments it is. */
export type Opened = {
  readonly number: number;
  readonly analytes: readonly string[];
  readonly openedAt: Instant;
  readonly collectedOn: Day;
};
export type AnswerFor = (opened: Opened) => Answer;

/** The answer as far as it had come by a moment. */
export function answeredBy(answer: Answer, moment: Instant): Answer {
  const past = <T extends { readonly at: Instant }>(step: T | null): T | null => (step !== null && step.at <= moment ? step : null);
  const talk = past(answer.talk);
  const signed = past(answer.signed);
  return {
    checked: talk === null && signed === null ? null : answer.checked,
    talk,
    naloxone: talk === null && signed === null ? null : answer.naloxone,
    explained: past(answer.explained),
    signed,
    outcome: past(answer.outcome),
  };
}
