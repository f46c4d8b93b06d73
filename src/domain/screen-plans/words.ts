import { leastPerWeek } from './screen-plans.ts';
import type { ScreenPlan } from './draw-chance.ts';

const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`);

/** 'About 1.5 a week, never more than 7 days between two' */
export const planWords = ({ perWeek, maxGapDays }: ScreenPlan): string =>
  perWeek === 0 ? 'No scheduled screens' : `About ${perWeek} a week, never more than ${days(maxGapDays)} between two`;

export const planProblems = {
  gapTooShort: (maxGapDays: number) =>
    `With at most ${days(maxGapDays)} between two there are at least ${leastPerWeek(maxGapDays)} a week. Ask for more a week, or allow a longer gap.`,
  noPanel: 'The program has no such panel. Choose one of the list.',
  followsAlready: 'The program’s plan holds for this client already.',
};

export const askProblems = {
  noSession: 'There is no such session in the next two weeks. Choose one of the list.',
  why: 'Say what was seen or heard, in words of behavior: what, when and by whom.',
  twice: 'A screen is asked for in this session already. Withdraw that one first, or choose another session.',
  collected: 'This screen is recorded already, so it can’t be withdrawn.',
  withdrawn: 'This screen was withdrawn already.',
};
