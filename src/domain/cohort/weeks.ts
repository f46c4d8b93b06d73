import { onLeave } from '#domain/attendance/lost-contact.ts';
import {
  deliveredMinutes,
  isTreatment,
  scheduledMinutes,
  type LeaveSpan,
  type SessionFacts,
} from '#domain/attendance/delivered-minutes.ts';
import type { Schedule } from '#domain/attendance/scheduled-days.ts';
import { offeredHours, prescribedIn, type Prescription } from '#domain/attendance/weeks.ts';
import { addDays, daysBetween, daysFromTo, weekOf, type Day } from '#domain/calendar/calendar.ts';
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
export type Stay = {
  readonly clientId: string;
  readonly admittedOn: Day | null;
  readonly closedOn: Day | null;
  readonly leaves: readonly LeaveSpan[];
  readonly prescriptions: readonly Prescription[];
  readonly schedule: Schedule;
};

/**
 * One client's hours in each closed week of a cohort that they were in care for: the same hours that `weeksOfCare` gives for one client's page,
 * at a cost that allows thousands of clients. Hours are null where they aren't known: no prescription or schedule, nothing booked, nobody marked it, or no times.
 */
export function hoursFactsOf(
  stay: Stay,
  weeks: readonly CohortWeek[],
  heldIn: (week: Day) => readonly SessionFacts[],
): readonly HoursFact[] {
  const { clientId, admittedOn, closedOn, leaves, prescriptions, schedule } = stay;
  if (admittedOn === null) return [];
  return weeks.flatMap(({ week, days }) => {
    const inCare = days.map((on) => on >= admittedOn && (closedOn === null || on <= closedOn) && !onLeave(on, leaves));
    if (!inCare.includes(true)) return [];
    const care = heldIn(week).filter(({ service }) => isTreatment(service));
    const minutes = care.length === 0 ? null : deliveredMinutes(care.filter(({ cancelledByProgram }) => !cancelledByProgram));
    const cancelled = scheduledMinutes(care.filter(({ cancelledByProgram, makeUp }) => cancelledByProgram && !makeUp));
    return [
      {
        clientId,
        week,
        delivered: minutes === null || cancelled === null ? null : minutes / 60,
        offered: offeredHours({
          prescribed: prescribedIn(days, inCare, prescriptions, schedule),
          cancelled: (cancelled ?? 0) / 60,
        }),
      },
    ];
  });
}
