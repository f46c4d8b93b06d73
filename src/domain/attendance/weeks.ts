import { onLeave } from './lost-contact.ts';
import { deliveredMinutes, isTreatment, scheduledMinutes, type LeaveSpan, type SessionFacts } from './delivered-minutes.ts';
import { scheduledDays, type Schedule } from './scheduled-days.ts';
import {
  addDays,
  dayAt,
  daysFromTo,
  daysBetween,
  weekOf,
  weeksFromTo,
  type Day,
  type Instant,
  type Zone,
} from '#domain/calendar/calendar.ts';
import type { WeekOfCare } from '#domain/clients/journey.ts';
import type { ProgramSettings } from '#domain/programs/settings.ts';

/** Weekly hours with their dates. */
export type Prescription = {
  readonly from: Day;
  readonly to: Day | null;
  readonly hoursPerWeek: number;
};

export type CareFacts = {
  readonly admittedOn: Day | null;
  readonly closedOn: Day | null;
  readonly leaves: readonly LeaveSpan[];
  readonly prescriptions: readonly Prescription[];
  readonly schedule: Schedule;
  readonly sessions: readonly SessionFacts[];
};

const prescriptionOn = (on: Day, prescriptions: readonly Prescription[]): Prescription | null =>
  prescriptions.findLast(({ from, to }) => from <= on && (to === null || on <= to)) ?? null;

/**
 * Weekly hours times the client's scheduled days in care, over their scheduled days of the week; null where no prescription or no schedule is known.
 * The days are those of a week, Monday first, and each is told whether the client was in care.
 */
export function prescribedIn(
  days: readonly Day[],
  inCare: readonly boolean[],
  prescriptions: readonly Prescription[],
  schedule: Schedule,
): number | null {
  const scheduled = scheduledDays(days, schedule);
  const count = scheduled.filter(Boolean).length;
  let hours = 0;
  for (const [index, on] of days.entries()) {
    if (inCare[index] !== true) continue;
    const prescription = prescriptionOn(on, prescriptions);
    if (prescription === null || count === 0) return null;
    if (scheduled[index] === true) hours += prescription.hoursPerWeek / count;
  }
  // Thirds of 10 hours must add up to 10 again.
  return Math.round(hours * 1e6) / 1e6;
}

/**
 * Each week of care from admission to closing or today, with the hours prescribed and delivered (program rule).
 * Excused hours are listed and not subtracted; hours the program cancelled are listed apart. A week with nothing booked, or with a session that
 * nobody marked or whose times aren't known, has unknown delivered hours. The current week, and one cut by admission, leave or closing, is partial.
 * `known` are full weeks from the first one on as an earlier moment gave them: they are not worked out again.
 */
export function weeksOfCare(facts: CareFacts, now: Instant, zone: Zone, known: readonly WeekOfCare[] = []): readonly WeekOfCare[] {
  const { admittedOn, closedOn } = facts;
  if (admittedOn === null) return [];
  const today = dayAt(now, zone);
  const last = closedOn !== null && closedOn < today ? closedOn : today;
  const sessionsByWeek = Map.groupBy(facts.sessions, ({ startsAt }) => weekOf(dayAt(startsAt, zone)));
  const rest = weeksFromTo(admittedOn, last)
    .slice(known.length)
    .map((week) => {
      const days = daysFromTo(week, addDays(week, 6));
      const inCare = days.map((on) => on >= admittedOn && on <= last && !onLeave(on, facts.leaves));
      const scheduled = scheduledDays(days, facts.schedule);
      const prescribed = days.some((on) => prescriptionOn(on, facts.prescriptions) !== null);
      return {
        week,
        prescribed: prescribedIn(days, inCare, facts.prescriptions, facts.schedule),
        ...hoursIn(sessionsByWeek.get(week) ?? [], now),
        partial: week === weekOf(today) || (prescribed && days.some((_, index) => scheduled[index] === true && inCare[index] !== true)),
      };
    });
  return [...known, ...rest];
}

function hoursIn(sessions: readonly SessionFacts[], now: Instant): Pick<WeekOfCare, 'delivered' | 'excused' | 'cancelled' | 'telehealth'> {
  const care = sessions.filter(({ service }) => isTreatment(service));
  const held = care.filter(({ cancelledByProgram, status, endsAt }) => !cancelledByProgram && (status !== null || endsAt <= now));
  const minutes = care.length === 0 ? null : deliveredMinutes(held);
  const cancelled = scheduledMinutes(care.filter(({ cancelledByProgram, makeUp }) => cancelledByProgram && !makeUp));
  return {
    // Where it isn't known what was cancelled it isn't known what was offered, so delivered hours couldn't be held against it.
    delivered: minutes === null || cancelled === null ? null : minutes / 60,
    excused: (scheduledMinutes(held.filter(({ status }) => status === 'excused')) ?? 0) / 60,
    cancelled: (cancelled ?? 0) / 60,
    telehealth: (deliveredMinutes(held.filter(({ telehealth }) => telehealth)) ?? 0) / 60,
  };
}

/** Prescribed less what the program cancelled: what the client could have come to. */
export const offeredHours = ({ prescribed, cancelled }: Pick<WeekOfCare, 'prescribed' | 'cancelled'>): number | null =>
  prescribed === null ? null : Math.max(0, prescribed - cancelled);

export type HoursUnder = { readonly delivered: number; readonly offered: number; readonly weeks: number };

/**
 * The last two full weeks where each was delivered under 75% of the hours offered; null otherwise (program rule).
 * A partial or unknown week breaks the run, so that a holiday or an unmarked session flags nobody.
 */
export function hoursUnder(weeks: readonly WeekOfCare[], today: Day, settings: ProgramSettings): HoursUnder | null {
  const last = weeks.filter(({ week }) => daysBetween(week, today) >= 7).slice(-settings.hoursWeeks);
  if (last.length < settings.hoursWeeks || daysBetween(last.at(-1)?.week ?? today, weekOf(today)) > 7) return null;
  const known = last.flatMap((week) => {
    const offered = offeredHours(week);
    return week.partial || week.delivered === null || offered === null || offered === 0 ? [] : [{ delivered: week.delivered, offered }];
  });
  if (known.length < last.length || known.some(({ delivered, offered }) => delivered >= offered * settings.hoursShare)) return null;
  return {
    delivered: known.reduce((sum, { delivered }) => sum + delivered, 0),
    offered: known.reduce((sum, { offered }) => sum + offered, 0),
    weeks: known.length,
  };
}
