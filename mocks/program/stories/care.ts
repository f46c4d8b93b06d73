import { addDays, day, type Day, type Instant } from '#domain/calendar.ts';
import type { Answer, PlanChange } from '../answers.ts';
import type { Member } from '../house.ts';
import type { GoalPlan, Person, ScoreTaken } from '../life.ts';
import { goalBank } from '../goal-bank.ts';

export const person = (chart: string, first: string, last: string, bornOn: string, pronouns: string): Person => ({
  chart,
  first,
  last,
  preferred: null,
  pronouns,
  bornOn: day(bornOn),
});

/** Scores of one instrument, each so many days before a day; item 9 at 0 on the PHQ-9. */
export const scoresBack = (
  instrument: string,
  from: Day,
  taken: readonly (readonly [daysBefore: number, score: number])[],
): readonly ScoreTaken[] =>
  taken.map(([daysBefore, score]) => ({ instrument, on: addDays(from, -daysBefore), score, item9: instrument === 'PHQ-9' ? 0 : null }));

/** A goal of the bank, rated so many days before a day. */
export function goalFrom(
  bank: number,
  from: Day,
  nextReviewOn: Day,
  ratings: readonly (readonly [daysBefore: number, level: number])[],
): GoalPlan {
  const { title, domain, levels } = goalBank[bank] ?? goalBank[0];
  return {
    title,
    domain,
    levels,
    nextReviewOn,
    ratings: ratings.map(([daysBefore, level]) => [addDays(from, -daysBefore), level] as const),
  };
}

type Signed = {
  readonly talkedAt: Instant;
  readonly ownWords: string;
  readonly naloxone: NonNullable<Answer['naloxone']>;
  readonly signedAt: Instant;
  readonly by: Member;
  readonly changes: readonly (readonly [line: string, what: string, from: Day])[];
  readonly followUpOn: Day;
  readonly better: string;
};

/** An answer that was talked through in person and signed with the client's agreement. */
export const signedAnswer = (
  { talkedAt, ownWords, naloxone, signedAt, by, changes, followUpOn, better }: Signed,
  outcome: Answer['outcome'] = null,
): Answer => ({
  checked: 'go-ahead',
  talk: { at: talkedAt, method: 'in-person', ownWords, exportable: false, safety: 'checked-no-concern' },
  naloxone,
  explained: null,
  signed: {
    at: signedAt,
    by,
    view: 'agrees',
    changes: changes.map(([line, what, from]): PlanChange => ({ line, what, from, who: by })),
    noChangeBecause: null,
    followUpOn,
    better,
  },
  outcome,
});
