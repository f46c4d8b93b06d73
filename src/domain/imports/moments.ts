import { dayAt, instantFrom, timeAt, type Day, type Instant, type Zone } from '#domain/calendar/calendar.ts';

/** A moment as other systems write it, with its offset from UTC: when it is, and the day and time that are written before the offset. */
type WrittenMoment = { readonly at: Instant; readonly on: Day; readonly time: string };

const withOffset = /^(\d{4}-\d{2}-\d{2})[T ]+(\d{2}:\d{2})(:\d{2}(?:[.,]\d{1,9})?)? ?(Z|UTC|GMT|[+-]\d{2}:?\d{2})$/i;

/** The moment that a cell names by a day, a time and an offset; null for anything else. */
export function momentIn(cell: string): WrittenMoment | null {
  const [, on = '', time = '', seconds = '', offset = ''] = withOffset.exec(cell.trim()) ?? [];
  const at = instantFrom(`${on}T${time}${seconds}${/^[+-]/.test(offset) ? offset : 'Z'}`);
  return at === null ? null : { at, on: on as Day, time };
}

/** Whether a cell gives a time with an offset or the name of a time zone, in whatever writing. Without it the clinic's clock is meant. */
export const hasOffset = (cell: string): boolean =>
  /\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:[ap]\.?m\.?)?\s*(?:Z\b|UTC\b|GMT\b|[+-]\d{2}:?\d{2}\b|\(?[A-Z]{2,4}T\b)/i.test(cell);

/** Whether the clinic's day at a moment is another than the one written, and the moment is midnight: then it may have been meant as a day alone. */
export const isMidnightElsewhere = ({ at, on, time }: WrittenMoment, zone: Zone): boolean => time === '00:00' && dayAt(at, zone) !== on;

/** The clinic's day and time of day at a written moment. */
export const atTheClinic = ({ at }: WrittenMoment, zone: Zone): { readonly on: Day; readonly time: string } => ({
  on: dayAt(at, zone),
  time: timeAt(at, zone),
});
