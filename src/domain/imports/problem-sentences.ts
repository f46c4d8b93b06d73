import { hoursWords, weekdayWord } from '#domain/scheduling/meetings-words.ts';
import type { MeetingTime } from './problems.ts';

/** What is wrong, and how to put it right. Neither sentence repeats the cell. */
export type ProblemSentences = { readonly message: string; readonly fix: string };

/** Sentences for each code of a table of problems, made from its facts. */
export type ProblemWords<Facts> = { readonly [Code in keyof Facts]: (facts: Facts[Code]) => ProblemSentences };

export const sentences = (message: string, fix: string): ProblemSentences => ({ message, fix });

export const always = (message: string, fix: string) => (): ProblemSentences => ({ message, fix });

/** 'Monday 6 to 9 pm' */
export const meetingWords = ({ weekday, startsAt, endsAt }: MeetingTime): string =>
  `${weekdayWord(weekday)} ${hoursWords(startsAt, endsAt)}`;
