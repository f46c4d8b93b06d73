import { timeAt, type Instant, type Zone } from '#domain/calendar/calendar.ts';
import { hoursWords } from './meetings-words.ts';

type Times = { readonly startsAt: Instant; readonly endsAt: Instant; readonly timesKnown: boolean };

/** '6 to 9 pm', '11 am to 1 pm'. Times that never were recorded are said to be unknown. */
export const timesWords = ({ startsAt, endsAt, timesKnown }: Times, zone: Zone): string =>
  timesKnown ? hoursWords(timeAt(startsAt, zone), timeAt(endsAt, zone)) : 'time not known';
