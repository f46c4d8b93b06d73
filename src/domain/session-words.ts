import { clockWords } from './calendar-words.ts';
import { timeAt, type Instant, type Zone } from './calendar.ts';

type Times = { readonly startsAt: Instant; readonly endsAt: Instant; readonly timesKnown: boolean };

/** '6 to 9 pm', '11 am to 1 pm': the half of the day is said once where both share it. Times that never were recorded are said to be unknown. */
export function timesWords({ startsAt, endsAt, timesKnown }: Times, zone: Zone): string {
  if (!timesKnown) return 'time not known';
  const [from, to] = [clockWords(timeAt(startsAt, zone)), clockWords(timeAt(endsAt, zone))];
  const [start, half] = from.split(' ');
  return `${half !== undefined && to.endsWith(` ${half}`) ? (start ?? from) : from} to ${to}`;
}
