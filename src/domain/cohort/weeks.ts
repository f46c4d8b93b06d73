import { clientWeek, daysInCare, offeredHours, type StayFacts } from '#domain/attendance/client-week.ts';
import type { SessionFacts } from '#domain/attendance/delivered-minutes.ts';
import { addDays, dayAt, daysBetween, daysFromTo, weekOf, type Day, type Instant, type Zone } from '#domain/calendar/calendar.ts';
import type { HoursFact } from './measures.ts';

/** A Monday-to-Sunday week with its seven days in order, worked out once for everybody in it. */
export type CohortWeek = { readonly week: Day; readonly days: readonly Day[] };

/** The weeks that lie wholly between two days and ended before today, oldest first. A week that still runs is not closed. */
export function closedWeeks(from: Day, to: Day, today: Day): readonly CohortWeek[] {
  const first = weekOf(addDays(from, 6));
  const last = to < today ? to : addDays(today, -1);
  const count = Math.max(0, Math.floor((daysBetween(first, last) + 1) / 7));
  return Array.from({ length: count }, (_, step) => {
    const week = addDays(first, step * 7);
    return { week, days: daysFromTo(week, addDays(week, 6)) };
  });
}

/** One stay in care, with what was prescribed in it. `admittedOn` is null where care has not started, which is outside every cohort. */
export type Stay = Omit<StayFacts, 'admittedOn'> & { readonly clientId: string; readonly admittedOn: Day | null };

/**
 * One client's hours in each closed week of a cohort that they were in care for: the same week that their own page shows (`clientWeek`). Hours are null
 * where they aren't known: no prescription or schedule, nothing booked, nobody marked it, or no times.
 */
export function hoursFactsOf(
  stay: Stay,
  weeks: readonly CohortWeek[],
  heldIn: (week: Day) => readonly SessionFacts[],
  at: { readonly now: Instant; readonly zone: Zone },
): readonly HoursFact[] {
  const { clientId, admittedOn } = stay;
  if (admittedOn === null) return [];
  const today = dayAt(at.now, at.zone);
  return weeks.flatMap(({ week, days }) => {
    if (!daysInCare(days, { ...stay, admittedOn }, today).includes(true)) return [];
    const own = clientWeek(days, { ...stay, admittedOn }, heldIn(week), at);
    return [{ clientId, week, delivered: own.delivered, offered: offeredHours(own) }];
  });
}
