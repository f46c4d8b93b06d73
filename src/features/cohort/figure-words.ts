import type { CollectedWeeks, TimeToAnswer } from '#contract/cohort.ts';
import { percent } from '#domain/attendance/words.ts';

const results = (count: number): string => (count === 1 ? '1 result' : `${count} results`);

/** The sentences above the two figures, in pieces where a count opens its list. */
export const figureWords = {
  answer: {
    title: 'Time from unexpected result to a signed answer',
    share: (share: string, hours: number) => `${share} answered within ${hours} h (`,
    count: (met: number, due: number) => (due === 0 ? 'No result' : `${met} of ${due}`),
    old: (hours: number) => ` at least ${hours} h old, `,
    open: (open: number) => `${open} still open`,
    young: (young: number, hours: number) => `${results(young)} younger than ${hours} h ${young === 1 ? 'is' : 'are'} not counted yet.`,
    /** Beside the others, never in their numbers. */
    attached: ({ met, due, stillOpen, notYetDue }: TimeToAnswer['attached']) =>
      due + notYetDue === 0
        ? ''
        : `Beside them, ${results(due + notYetDue)} attached to an adjustment: ${met} of ${due} answered by their own due time, ${stillOpen} still open. `,
    ticks: 'Ticks are open items, kept in the count.',
    before: (open: number, on: string) => `${open} from before ${on}`,
    since: (open: number, on: string) => `${open} from after ${on}`,
    alsoOpen: (open: number) => (open === 1 ? ' is still open too. ' : ' are still open too. '),
  },
  collected: {
    title: 'Collected of scheduled',
    count: (collected: number, scheduled: number) => `${collected} of ${scheduled}`,
    rest: (weeks: CollectedWeeks['weeks']) => {
      const sum = (of: (week: CollectedWeeks['weeks'][number]) => number) => weeks.reduce((total, week) => total + of(week), 0);
      const [collected, scheduled] = [sum((week) => week.collected), sum((week) => week.scheduled)];
      const share = scheduled === 0 ? '' : ` (${percent(collected / scheduled)})`;
      const gaps = `${sum((week) => week.notCollected)} not collected, ${sum((week) => week.declined)} declined, ${sum((week) => week.unable)} unable`;
      const set = `${sum((week) => week.excused)} excused and ${sum((week) => week.cancelled)} cancelled by us left out`;
      return ` collected${share} in the last ${weeks.length === 1 ? 'week' : `${weeks.length} weeks`}; ${gaps}. ${set}.`;
    },
  },
};
