import { daysFromTo, type Day } from '#domain/calendar/calendar.ts';
import { closureOn, type Closure, type Where } from './meetings.ts';

/** The days on which a place was closed, whether everything was, or its program or site alone. */
export const closedDaysAt = (where: Where, closures: readonly Closure[]): ReadonlySet<Day> =>
  new Set(closures.filter((closure) => closureOn(closure.from, where, [closure]) !== null).flatMap(({ from, to }) => daysFromTo(from, to)));

/** The same for many who share their places: each is worked out for the first who asks. */
export function closedDaysFrom(closures: readonly Closure[]): (where: Where) => ReadonlySet<Day> {
  const known = new Map<string, ReadonlySet<Day>>();
  return (where) => {
    const key = `${where.programId}@${where.siteId ?? ''}`;
    const days = known.get(key) ?? closedDaysAt(where, closures);
    known.set(key, days);
    return days;
  };
}
