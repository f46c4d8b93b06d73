import { dayMonth } from '#domain/calendar/words.ts';
import type { CollectedWeek } from './collected-layout.ts';

/** The sentences of the figure that sets collections against the schedule. */
export const collectedWords = {
  title: 'Collected of scheduled',
  notCollected: 'not collected',
  declined: 'declined',
  unable: 'unable',
  key: (weeks: number) => `outline scheduled, filled collected; bracket ${weeks} wk`,
  heads: {
    week: 'Week of',
    scheduled: 'Scheduled',
    collected: 'Collected',
    notCollected: 'Not collected',
    declined: 'Declined',
    unable: 'Unable',
    excused: 'Excused',
    cancelled: 'Cancelled by us',
  },
  summary: (weeks: readonly CollectedWeek[]) => {
    const sum = (of: (week: CollectedWeek) => number) => weeks.reduce((total, week) => total + of(week), 0);
    const [collected, scheduled] = [sum((week) => week.collected), sum((week) => week.scheduled)];
    const share = scheduled === 0 ? '' : ` (${Math.round((collected / scheduled) * 100)}%)`;
    return [
      `${collected} of ${scheduled} collected${share} in the last ${weeks.length} weeks;`,
      `${sum((week) => week.notCollected)} not collected, ${sum((week) => week.declined)} declined, ${sum((week) => week.unable)} unable.`,
      `${sum((week) => week.excused)} excused and ${sum((week) => week.cancelled)} cancelled by us left out.`,
    ].join(' ');
  },
  week: (week: CollectedWeek) => dayMonth(week.week),
};
