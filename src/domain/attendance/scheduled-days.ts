import type { Day } from '#domain/calendar/calendar.ts';

/** A stay in a group: from when to when, and on which weekdays (1 Monday to 7 Sunday) its client comes. */
export type Enrollment = { readonly from: Day; readonly to: Day | null; readonly weekdays: readonly number[] };

/** When a client is scheduled: by their places in groups, and by the weekdays of their home group where they have none. */
export type Schedule = { readonly enrollments: readonly Enrollment[]; readonly usualWeekdays: readonly number[] };

/**
 * The days on which the client of a place comes (program rule): those that the place names, of the days on which its group meets; all of the group's
 * where it names none. A place that names only days on which the group doesn't meet any more is taken at its word.
 */
export function enrollmentWeekdays(own: readonly number[] | null, group: readonly number[]): readonly number[] {
  if (own === null) return group;
  const met = own.filter((weekday) => group.includes(weekday));
  return met.length > 0 ? met : own;
}

const inForce = (on: Day, { from, to }: Enrollment): boolean => from <= on && (to === null || on <= to);

/** The places of a day; where there is none, those of the next one that begins, or else of the last that ended. */
function enrollmentsFor(on: Day, enrollments: readonly Enrollment[]): readonly Enrollment[] {
  const now = enrollments.filter((enrollment) => inForce(on, enrollment));
  if (now.length > 0) return now;
  const next = enrollments.map(({ from }) => from).filter((from) => from > on);
  const last = enrollments.flatMap(({ to }) => (to !== null && to < on ? [to] : []));
  const nearest = next.toSorted()[0] ?? last.toSorted().at(-1);
  return nearest === undefined ? [] : enrollments.filter((enrollment) => inForce(nearest, enrollment));
}

/** Which days of a week, Monday first, the client is scheduled on. None, where no schedule is known. */
export function scheduledDays(days: readonly Day[], { enrollments, usualWeekdays }: Schedule): readonly boolean[] {
  const weekdaysOf = (own: readonly Enrollment[]): readonly number[] => {
    const weekdays = own.flatMap((enrollment) => enrollment.weekdays);
    return weekdays.length > 0 ? weekdays : usualWeekdays;
  };
  const [first, last] = [days[0], days.at(-1)];
  // Nearly every week is one in which nothing begins or ends, and a cohort has tens of thousands of weeks.
  const same =
    first === undefined || last === undefined || enrollments.every((enrollment) => inForce(first, enrollment) && inForce(last, enrollment));
  const whole = same ? weekdaysOf(enrollments) : null;
  return days.map((on, nth) => (whole ?? weekdaysOf(enrollmentsFor(on, enrollments))).includes(nth + 1));
}

/** The schedule of one stay in care: places that lie outside of it say nothing of its days. */
export const scheduleIn = (schedule: Schedule, openedOn: Day, closedOn: Day | null): Schedule => ({
  ...schedule,
  enrollments: schedule.enrollments.filter(({ from, to }) => (closedOn === null || from <= closedOn) && (to === null || to >= openedOn)),
});
