import { dayMonth } from '#domain/calendar/words.ts';
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
