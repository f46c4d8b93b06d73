/** A time of day on a 24 hour clock, '09:30', out of '9:30 AM' or '11/20/2026 9:30:00'; the cell itself where there is none. */
export function timeWritten(cell: string): string {
  const [, hour, minute, half] = /^(?:[^:]*[\sT])?(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?\s*([ap])?\.?m?\.?$/i.exec(cell.trim()) ?? [];
  if (hour === undefined || minute === undefined) return cell;
  if (half === undefined) return `${hour.padStart(2, '0')}:${minute}`;
  const late = half.toLowerCase() === 'p';
  if (Number(hour) < 1 || Number(hour) > 12) return cell;
  return `${String((Number(hour) % 12) + (late ? 12 : 0)).padStart(2, '0')}:${minute}`;
}

const clockTime = String.raw`(\d{1,2})(?::(\d{2})(?::\d{2})?)?\s*([ap])?\.?(?:m\.?)?`;
const range = new RegExp(String.raw`^${clockTime}\s*(?:-|–|—|to)\s*${clockTime}$`, 'i');

const minutesInto = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/**
 * The two times of '17:30-20:30' or '5:30 to 8:30 PM', on a 24 hour clock; null for anything else, and for one that doesn't run forward within a day. What
 * is said of one time alone holds for both, unless the first would then be the later one: 11-1 PM begins in the morning.
 */
export function rangeIn(cell: string): { readonly from: string; readonly to: string } | null {
  const [, hour = '', minute, half, toHour = '', toMinute, toHalf] = range.exec(cell.trim()) ?? [];
  if (toHour === '' || ((half ?? toHalf) === undefined && (minute === undefined || toMinute === undefined))) return null;
  const halves = (own: string | undefined, other: string | undefined) =>
    own === undefined && other !== undefined ? [other, 'a', 'p'] : [own];
  for (const before of halves(half, toHalf))
    for (const after of halves(toHalf, half)) {
      const from = timeWritten(`${hour}:${minute ?? '00'}${before ?? ''}`);
      const to = timeWritten(`${toHour}:${toMinute ?? '00'}${after ?? ''}`);
      if (isTime(from) && isTime(to) && from < to) return { from, to };
    }
  return null;
}

/** Whether a text is a time of day as it is written here, '09:30'. */
export const isTime = (text: string): boolean => /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text);

/** Minutes between two times of one day, '17:30' and '20:30'. */
export const minutesFromTo = (from: string, to: string): number => minutesInto(to) - minutesInto(from);

/** The time so many minutes after another one of the same day; null where that is the next day. */
export function timeAfter(from: string, minutes: number): string | null {
  const total = minutesInto(from) + minutes;
  return total >= 1_440 ? null : `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`;
}

/** Minutes as a number, out of '180 min' or '3 hours'; the cell itself where no unit says what is counted. */
export function minutesWritten(cell: string): string {
  const [, amount, unit] = /^(\d+(?:\.\d+)?)\s*(minutes?|mins?|m|hours?|hrs?|h)\.?$/i.exec(cell.trim()) ?? [];
  if (amount === undefined || unit === undefined) return cell;
  const minutes = Number(amount) * (unit.toLowerCase().startsWith('h') ? 60 : 1);
  return Number.isInteger(minutes) ? String(minutes) : cell;
}
