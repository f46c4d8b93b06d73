import type { PhaseDecision, ReviewKind } from './review-kinds.ts';
import type { MoveProblem, ReviewProblem } from './reviews.ts';

export const decisionNames: Readonly<Record<PhaseDecision, string>> = { stay: 'stays in this phase', 'move-on': 'moves on' };

/** The field at fault, and what to do about it. */
export const reviewProblemWords: Readonly<Record<ReviewProblem, readonly [field: string, message: string]>> = {
  'not-yet': ['on', 'That day is still to come. Give the day of the review.'],
  'before-care': ['on', 'This is before the episode of care was opened. Give the day of the review.'],
  'next-missing': ['nextOn', 'Choose the day of the next review.'],
  'next-not-ahead': ['nextOn', 'Choose a day after today and after the review.'],
  'rating-of-no-goal': ['rating', 'Only a goal has a rating. Leave it out.'],
  'decision-missing': ['decision', 'Say what was decided: stay, or move on.'],
  'decision-of-no-phase': ['decision', 'Only a phase review decides this. Leave it out.'],
};

export const moveProblemWords: Readonly<Record<MoveProblem, string>> = {
  'last-phase': 'This is the last phase. What follows it is step-down, not another phase.',
  'began-that-day': 'The phase began on that day. Give a later day, or stay.',
};

/** 'Goal 2 review'; a goal or phase that isn't known any more has no number. */
export function reviewLabel(kind: Exclude<ReviewKind, 'instrument'>, number?: number): string {
  const which = number === undefined ? '' : ` ${number}`;
  switch (kind) {
    case 'goal':
      return `Goal${which} review`;
    case 'phase':
      return `Phase${which} review`;
    case 'care-plan':
      return 'Care plan review';
    case 'continuing-care':
      return 'Continuing-care plan review';
  }
  kind satisfies never;
}
