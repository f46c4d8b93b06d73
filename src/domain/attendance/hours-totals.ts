import { isTreatment, minutesSoFar, type SessionFacts } from './delivered-minutes.ts';
import { offeredHours } from './client-week.ts';
import { dayAt, type Day, type Instant, type Zone } from '#domain/calendar/calendar.ts';
import type { WeekOfCare } from '#domain/clients/journey.ts';

export type HoursTotals = {
  readonly delivered: number;
  readonly prescribed: number;
  readonly excused: number;
  /** Full weeks in which the hours offered were delivered, of full weeks known in which any were. */
  readonly met: number;
  readonly full: number;
  /** Weeks left out because their hours are unknown. */
  readonly unknown: number;
};

/** A full week of which it is known what was offered and delivered. Null for any other, and where the program offered nothing. */
function isMet(week: WeekOfCare): boolean | null {
  const offered = offeredHours(week);
  return week.partial || week.delivered === null || offered === null || offered === 0 ? null : week.delivered >= offered;
}

/** Hours over the weeks whose delivered and prescribed hours are both known. */
export function hoursTotals(weeks: readonly WeekOfCare[]): HoursTotals {
  const known = weeks.flatMap(({ prescribed, delivered, excused }) =>
    prescribed === null || delivered === null ? [] : [{ prescribed, delivered, excused }],
  );
  const full = weeks.map(isMet).filter((met) => met !== null);
  const sum = (of: (week: (typeof known)[number]) => number) => known.reduce((total, week) => total + of(week), 0);
  return {
    delivered: sum((week) => week.delivered),
    prescribed: sum((week) => week.prescribed),
    excused: sum((week) => week.excused),
    met: full.filter(Boolean).length,
    full: full.length,
    unknown: weeks.length - known.length,
  };
}

/** How many of the latest full weeks, running back from the newest, met the hours offered. A week without any is passed over; one that isn't known ends it. */
export function weeksMetRunning(weeks: readonly WeekOfCare[]): number {
  const full = weeks.filter((week) => !week.partial && offeredHours(week) !== 0);
  return full.length - 1 - full.findLastIndex((week) => isMet(week) !== true);
}

const perDiemMinutes = 180;

/** One date of care, by the minutes that are known of it. */
export type ServedDay = {
  readonly on: Day;
  readonly minutes: number;
  /** Sessions of the date that are over and of which nobody knows the minutes. */
  readonly unknownSessions: number;
};

/** The dates with care that is over, in order. */
export const servedDays = (sessions: readonly SessionFacts[], now: Instant, zone: Zone): readonly ServedDay[] =>
  [
    ...Map.groupBy(
      // A session that is still to come is not unknown, unless somebody said something of it already.
      sessions.filter(({ service, status, endsAt }) => isTreatment(service) && (status !== null || endsAt <= now)),
      ({ startsAt }) => dayAt(startsAt, zone),
    ),
  ]
    .map(([on, held]) => {
      const { known, unknownSessions } = minutesSoFar(held);
      return { on, minutes: known, unknownSessions };
    })
    .toSorted((a, b) => (a.on < b.on ? -1 : 1));

/**
 * Whether a date holds 180 counted minutes (H0015), as far as is known; whether it can be billed is the payer's to say. Null where what isn't known
 * may be enough.
 */
export function holds180({ minutes, unknownSessions }: ServedDay): boolean | null {
  if (minutes >= perDiemMinutes) return true;
  return unknownSessions > 0 ? null : false;
}
