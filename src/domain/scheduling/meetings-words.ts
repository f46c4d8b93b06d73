import { clockWords } from '#domain/calendar/words.ts';
import type { MeetingTime } from './meetings.ts';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** 'Monday'; 1 Monday to 7 Sunday. */
export const weekdayWord = (weekday: number): string => weekdays[weekday - 1] ?? '';

/** '6 to 9 pm', '11:30 am to 1 pm': the half of the day is said once where both share it. */
export function hoursWords(startsAt: string, endsAt: string): string {
  const [from, to] = [clockWords(startsAt), clockWords(endsAt)];
  const [start, half] = from.split(' ');
  return `${half !== undefined && to.endsWith(` ${half}`) ? (start ?? from) : from} to ${to}`;
}

/** When a group meets, in few words: 'Mon Wed Fri 9 am', 'Mon 9 am, Sat 10 am, video'. Empty where it doesn't meet. */
export function meetsWords(meetings: readonly MeetingTime[]): string {
  const inOrder = meetings.toSorted((a, b) => a.weekday - b.weekday || (a.startsAt < b.startsAt ? -1 : 1));
  const byTime = Map.groupBy(inOrder, ({ startsAt }) => startsAt);
  const times = [...byTime].map(([startsAt, of]) => {
    const days = [...new Set(of.map(({ weekday }) => weekdayWord(weekday).slice(0, 3)))];
    return `${days.join(' ')} ${clockWords(startsAt)}`;
  });
  return [...times, ...(meetings.length > 0 && meetings.every(({ telehealth }) => telehealth) ? ['video'] : [])].join(', ');
}
