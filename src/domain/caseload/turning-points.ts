import type { SessionFacts } from '#domain/attendance/delivered-minutes.ts';
import { addDays, daysFromTo, momentOf, type Day, type Instant, type Zone } from '#domain/calendar/calendar.ts';

/** How far ahead tasks are worked out: today and so many days. */
export const daysAhead = 7;

/** The beginning of a day, and the end of the days for which tasks are worked out from it. */
export const outlookFrom = (today: Day, zone: Zone): { readonly from: Instant; readonly until: Instant } => ({
  from: momentOf(today, '00:00', zone),
  until: momentOf(addDays(today, daysAhead + 1), '00:00', zone),
});

/**
 * The moments, from the beginning of a day on, at which what a client needs can change though nothing is written: a day begins, or a session of
 * theirs begins or ends. The last one is the end of the days that are looked at.
 */
export function turningPoints(sessions: readonly Pick<SessionFacts, 'startsAt' | 'endsAt'>[], today: Day, zone: Zone): Instant[] {
  const { from, until } = outlookFrom(today, zone);
  const days = daysFromTo(today, addDays(today, daysAhead + 1)).map((on) => momentOf(on, '00:00', zone));
  const within = sessions.flatMap(({ startsAt, endsAt }) => [startsAt, endsAt]).filter((moment) => moment > from && moment < until);
  return [...new Set([...days, ...within])].toSorted();
}
