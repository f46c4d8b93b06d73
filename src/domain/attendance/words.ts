import type { HoursTotals } from './hours-totals.ts';
import type { HoursUnder } from './weeks.ts';
import type { WeekOfCare } from '#domain/clients/journey.ts';

/** '9', '7.5', '201.5': at most one decimal. */
export const hourNumber = (hours: number): string => String(Math.round(hours * 10) / 10);

export const percent = (share: number): string => `${Math.round(share * 100)}%`;

/** '8.5 of 9 h last week'; unknown hours are said, never drawn as none. */
export function lastWeekWords(week: WeekOfCare | null): string {
  if (week === null) return 'no full week yet';
  const prescribed = week.prescribed === null ? 'unknown' : `${hourNumber(week.prescribed)} h`;
  return week.delivered === null
    ? `hours last week not known, ${prescribed} prescribed`
    : `${hourNumber(week.delivered)} of ${prescribed} last week`;
}

/** 'Delivered 201.5 of 233 prescribed hours (86%). 6 h excused, not subtracted. 1 week not known.' */
export function hoursSummary(totals: HoursTotals): string {
  const share = totals.prescribed > 0 ? ` (${percent(totals.delivered / totals.prescribed)})` : '';
  return [
    `Delivered ${hourNumber(totals.delivered)} of ${hourNumber(totals.prescribed)} prescribed hours${share}.`,
    totals.excused > 0 ? `${hourNumber(totals.excused)} h excused, not subtracted.` : null,
    totals.unknown > 0 ? `${totals.unknown} ${totals.unknown === 1 ? 'week' : 'weeks'} not known.` : null,
  ]
    .filter((part) => part !== null)
    .join(' ');
}

/** 'Hours met prescribed in 9 of 12 weeks; last week 7.5 of 9.' */
export function weeksMetSummary(totals: HoursTotals, last: WeekOfCare | null): string {
  if (totals.full === 0) return 'No full week with known hours.';
  const met = `Hours met prescribed in ${totals.met} of ${totals.full} full weeks`;
  return last === null || last.delivered === null || last.prescribed === null
    ? `${met}.`
    : `${met}; last week ${hourNumber(last.delivered)} of ${hourNumber(last.prescribed)}.`;
}

/**
 * '11 of 18 prescribed hours delivered in the last 2 full weeks (61%).' Where the program cancelled some, the share is of those that it offered:
 * '9 of 15 hours offered were delivered in the last 2 full weeks (60%); 3 of 18 prescribed were cancelled by us.'
 */
export function hoursUnderWords({ delivered, prescribed, offered, weeks }: HoursUnder): string {
  const span = `in the last ${weeks === 1 ? 'full week' : `${weeks} full weeks`} (${percent(delivered / offered)})`;
  if (offered === prescribed) return `${hourNumber(delivered)} of ${hourNumber(prescribed)} prescribed hours delivered ${span}.`;
  return `${hourNumber(delivered)} of ${hourNumber(offered)} hours offered were delivered ${span}; ${hourNumber(prescribed - offered)} of ${hourNumber(prescribed)} prescribed were cancelled by us.`;
}
