import type { DatesSeen } from './dates.ts';

/** What was seen of a column of chart numbers: how many of them look like days, or like the numbers under which spreadsheets keep days. */
export type NumbersSeen = Pick<DatesSeen, 'plain' | 'monthFirst' | 'dayFirst' | 'either' | 'monthDays' | 'serials'>;

const placeholder =
  /^(?:n[/.]?a|none|null|nil|tbd|tba|unk(?:nown)?|pending|new|temp|test|x{2,}|\?+|0+|9{5,}|no (?:mrn|id|chart|number)|not (?:assigned|known|available)|[.\-_/]+)$/i;
const dayLike =
  /^(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[- ]\d{1,4}|\d{1,2}[- ](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?:[- ]\d{2,4})?)$/i;
/** The days from 2000 to 2049, as spreadsheets number them. */
const serials = { first: 36_526, last: 54_788 };

/** Whether a cell looks like what a spreadsheet makes of a number such as 11-24: a day, or a month with a year. */
export const looksLikeADay = (cell: string): boolean => dayLike.test(cell.trim());

/**
 * What speaks against a chart number: that it is a placeholder, or that a spreadsheet took it for a day. A number of five digits is a chart number like
 * any other, unless most of what stands beside it in its column has become days.
 */
export function chartNumberProblem(cell: string, seen: NumbersSeen): 'number-is-day' | 'number-is-placeholder' | null {
  const text = cell.trim();
  if (placeholder.test(text)) return 'number-is-placeholder';
  if (looksLikeADay(text)) return 'number-is-day';
  const days = seen.plain + seen.monthFirst + seen.dayFirst + seen.either + (seen.monthDays ?? 0);
  const isSerial = /^\d{5}$/.test(text) && Number(text) >= serials.first && Number(text) <= serials.last;
  return isSerial && days >= seen.serials ? 'number-is-day' : null;
}
