import { dayAt, daysBetween, millisecondsOf, timeAt, weekdayOf, type Day, type Instant, type Zone } from './calendar.ts';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

const weekdayName = (on: Day): string => weekdays[weekdayOf(on) - 1] ?? '';
const monthName = (on: Day): string => months[Number(on.slice(5, 7)) - 1] ?? '';
const dateOf = (on: Day): number => Number(on.slice(8));

/** 'Sat' */
export const weekdayShort = (on: Day): string => weekdayName(on).slice(0, 3);

/** '21 Nov' */
export const dayMonth = (on: Day): string => `${dateOf(on)} ${monthName(on).slice(0, 3)}`;

/** 'Sat 21 Nov' */
export const dayWords = (on: Day): string => `${weekdayShort(on)} ${dayMonth(on)}`;

/** '21 Nov 2026' */
export const dayWithYear = (on: Day): string => `${dayMonth(on)} ${on.slice(0, 4)}`;

/** 'Monday 23 November 2026' */
export const dayInFull = (on: Day): string => `${weekdayName(on)} ${dateOf(on)} ${monthName(on)} ${on.slice(0, 4)}`;

/** '17:00' as '5 pm', '08:02' as '8:02 am' */
export function clockWords(time: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const shown = hour % 12 === 0 ? 12 : hour % 12;
  const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`;
  return `${shown}${minutes} ${hour < 12 ? 'am' : 'pm'}`;
}

/** 'Sat 21 Nov 8:20 pm' */
export const momentWords = (moment: Instant, zone: Zone): string => `${dayWords(dayAt(moment, zone))} ${clockWords(timeAt(moment, zone))}`;

/** 'today', 'Tue' within the week ahead, otherwise 'Tue 1 Dec'. A day that is past is said with its date. */
export function dueDayWords(on: Day, today: Day): string {
  const ahead = daysBetween(today, on);
  if (ahead === 0) return 'today';
  return ahead > 0 && ahead < 7 ? weekdayShort(on) : dayWords(on);
}

/** 'today 5 pm', 'Tue 5 pm', 'Tue 1 Dec 5 pm' */
export const dueWords = (due: Instant, now: Instant, zone: Zone): string =>
  `${dueDayWords(dayAt(due, zone), dayAt(now, zone))} ${clockWords(timeAt(due, zone))}`;

/** 'in 8 h 58 m', 'in 2 d 7 h', 'due now' for the first hour, then '2 h past', '3 d past'. */
export function untilWords(due: Instant, now: Instant): string {
  const minutes = Math.floor((millisecondsOf(due) - millisecondsOf(now)) / 60_000);
  if (minutes > 0) return `in ${spanWords(minutes)}`;
  const hours = Math.floor((millisecondsOf(now) - millisecondsOf(due)) / 3_600_000);
  if (hours < 1) return 'due now';
  return hours < 48 ? `${hours} h past` : `${Math.floor(hours / 24)} d past`;
}

function spanWords(minutes: number): string {
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
  if (days > 0) return `${days} d ${hours} h`;
  return hours > 0 ? `${hours} h ${rest} m` : `${rest} m`;
}
