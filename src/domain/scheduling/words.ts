import { timeAt, type Instant, type Zone } from '#domain/calendar/calendar.ts';
import type { HoursProblem } from './session-rules.ts';
import { hoursWords } from './meetings-words.ts';

/** What is wrong with the hours of a session, and the fix. */
export function hoursProblemMessage(problem: HoursProblem): string {
  switch (problem.problem) {
    case 'ends-before-start':
      return 'It must end after it starts, on the same day. Choose a later end.';
    case 'break-too-long':
      return `The session has ${problem.minutes} minutes. Choose a break that is shorter.`;
  }
  problem satisfies never;
}

type Times = { readonly startsAt: Instant; readonly endsAt: Instant; readonly timesKnown: boolean };

/** '6 to 9 pm', '11 am to 1 pm'. Times that never were recorded are said to be unknown. */
export const timesWords = ({ startsAt, endsAt, timesKnown }: Times, zone: Zone): string =>
  timesKnown ? hoursWords(timeAt(startsAt, zone), timeAt(endsAt, zone)) : 'time not known';
