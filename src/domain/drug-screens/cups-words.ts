import type { Day } from '#domain/calendar/calendar.ts';
import { dayWithYear } from '#domain/calendar/words.ts';
import type { NotValidReason } from './cups.ts';

export const notValidNames: Readonly<Record<NotValidReason, string>> = {
  'no-control-line': 'no control line',
  temperature: 'temperature',
  creatinine: 'creatinine',
  oxidant: 'oxidant',
  'low-volume': 'not enough',
  leaked: 'leaked',
  other: 'other',
};

/** '1 to 5, 7 and 9 to 14', from row numbers in order. */
export function rowRanges(rows: readonly number[]): string {
  const spans: { first: number; last: number }[] = [];
  for (const row of rows) {
    const open = spans.at(-1);
    if (open?.last === row - 1) open.last = row;
    else spans.push({ first: row, last: row });
  }
  const ranges = spans.map(({ first, last }) => (first === last ? `${first}` : `${first} to ${last}`));
  return ranges.length < 2 ? (ranges[0] ?? '') : `${ranges.slice(0, -1).join(', ')} and ${ranges.at(-1) ?? ''}`;
}

const results = (count: number): string => (count === 1 ? '1 result is entered' : `${count} results are entered`);

/** 'You read 12. 13 results are entered. Check rows 1 to 5 and 7 to 14.': the rows where the difference can be. */
export function countDiffers(counted: number, entered: number, suspects: readonly number[]): string {
  const where = suspects.length === 0 ? '' : ` Check ${suspects.length === 1 ? 'row' : 'rows'} ${rowRanges(suspects)}.`;
  return `You read ${counted}. ${results(entered)}.${where}`;
}

/** All that the reader is told after saving. */
export const savedWords = (count: number): string =>
  count === 0
    ? 'It is saved. The therapist sees it on Today.'
    : `${count === 1 ? '1 row is' : `${count} rows are`} saved. Their therapists will see the results on Today.`;

export type TimeProblem = 'to-come' | 'another-day';

/** What is wrong with the time of a reading of a session on this day, and the fix. */
export function timeProblemWords(problem: TimeProblem, on: Day, time: 'may-be-left-out' | 'needed'): string {
  const otherwise = time === 'needed' ? '.' : ', or leave it out.';
  switch (problem) {
    case 'to-come':
      return `That time is still to come. Correct it${otherwise}`;
    case 'another-day':
      return `The session was on ${dayWithYear(on)}. Give a time of that day${otherwise}`;
  }
  return problem satisfies never;
}
