import { dayMonth } from '#domain/calendar/words.ts';
import type { FindingHint } from '#domain/drug-screens/interpret.ts';
import type { ExpectationCause } from './expectation-cause.ts';

type Course = Pick<ExpectationCause, 'name' | 'dose' | 'startedOn'>;

const called = ({ name, dose }: Course): string => (dose === null ? name : `${name} ${dose}`);

/** 'buprenorphine 12 mg since 24 Jul' */
export const takenReason = (course: Course): string => `${called(course)} since ${dayMonth(course.startedOn)}`;

/** 'buprenorphine 12 mg since 24 Jul, may not show before 26 Jul', 'buprenorphine 8 mg until 20 Jul, may show to 30 Jul' */
export function causeWords(cause: ExpectationCause): string {
  switch (cause.rule) {
    case 'taken':
      return takenReason(cause);
    case 'starting':
      return `${takenReason(cause)}, may not show before ${dayMonth(cause.appearsOn)}`;
    case 'clearing':
      return `${called(cause)} until ${dayMonth(cause.endedOn)}, may show to ${dayMonth(cause.clearsOn)}`;
  }
  return cause satisfies never;
}

/** 'bupropion can cause this; confirm at the lab' */
export function hintWords({ kind, medication }: FindingHint): string {
  switch (kind) {
    case 'cross-reaction':
      return `${medication} can cause this; confirm at the lab`;
    case 'not-verified':
      return `${medication} would show this; it is reported, not verified yet`;
    case 'no-rules':
      return `no rules for ${medication} yet: what it shows is not known`;
  }
  return kind satisfies never;
}

/** All of them in one sentence each; none where there are none. */
export const hintSentences = (hints: readonly FindingHint[]): readonly string[] =>
  [...new Set(hints.map(hintWords))].map((words) => `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.`);
