import { addDays, latest, type Day } from '#domain/calendar/calendar.ts';
import { reviewDueOn } from '#domain/phases/phases.ts';
import type { PhaseDecision, ReviewKind } from './review-kinds.ts';
import type { ProgramSettings } from '#domain/programs/settings.ts';

/** The program has four phases. */
export const lastPhase = 4;

export type Reviewed = { readonly on: Day; readonly nextOn: Day | null };

/** What a review is proposed to be followed by: 30 days on, where nothing else is agreed. */
export const nextReviewOn = (on: Day, settings: Pick<ProgramSettings, 'reviewDays'>): Day => addDays(on, settings.reviewDays);

/** When the last of these reviews asks for the next; null where there was none, or it asked for none. */
export const agreedNext = (reviews: readonly Reviewed[]): Day | null =>
  reviews.toSorted((a, b) => (a.on < b.on ? -1 : 1)).at(-1)?.nextOn ?? null;

/**
 * When the care plan is due for review: 30 calendar days after its last review, or the day that this review agreed (program rule). An adjustment that is
 * signed later moves no day; before the first review its signature begins one. Null where nobody has signed anything yet: no clock runs from a day that
 * isn't known.
 */
export function planReviewDueOn(signedOn: readonly Day[], reviews: readonly Reviewed[], settings: ProgramSettings): Day | null {
  const signed = latest(signedOn);
  const last = reviews.toSorted((a, b) => (a.on < b.on ? -1 : 1)).at(-1);
  if (last !== undefined) return last.nextOn ?? reviewDueOn(last.on, settings);
  return signed === null ? null : reviewDueOn(signed, settings);
}

const problems = [
  'not-yet',
  'before-care',
  'next-missing',
  'next-not-ahead',
  'rating-of-no-goal',
  'decision-missing',
  'decision-of-no-phase',
] as const;
export type ReviewProblem = (typeof problems)[number];

export type ReviewEntry = {
  readonly what: ReviewKind;
  readonly on: Day;
  readonly nextOn: Day | null;
  readonly rating: number | null;
  readonly decision: PhaseDecision | null;
};

/** What keeps a review from being signed; empty where nothing does. An instrument is looked at again when it is next taken, so it needs no next day. */
export function reviewProblems({ what, on, nextOn, rating, decision }: ReviewEntry, openedOn: Day, today: Day): readonly ReviewProblem[] {
  const applies: Readonly<Record<ReviewProblem, boolean>> = {
    'not-yet': on > today,
    'before-care': on < openedOn,
    'next-missing': nextOn === null && what !== 'instrument',
    'next-not-ahead': nextOn !== null && (nextOn <= today || nextOn <= on),
    'rating-of-no-goal': rating !== null && what !== 'goal',
    'decision-missing': decision === null && what === 'phase',
    'decision-of-no-phase': decision !== null && what !== 'phase',
  };
  return problems.filter((problem) => applies[problem]);
}

const moveProblems = ['last-phase', 'began-that-day'] as const;
export type MoveProblem = (typeof moveProblems)[number];

/** What keeps somebody from moving on to the next phase on a day; null where nothing does. Criteria inform it and decide nothing. */
export function moveProblem(phase: { readonly number: number; readonly from: Day }, on: Day): MoveProblem | null {
  if (phase.number >= lastPhase) return 'last-phase';
  return on <= phase.from ? 'began-that-day' : null;
}
