import { onLeave } from './lost-contact.ts';
import { deliveredMinutes, isTreatment, scheduledMinutes, type LeaveSpan, type SessionFacts } from './delivered-minutes.ts';
import { scheduledDays, type Schedule } from './scheduled-days.ts';
import { dayAt, type Day, type Instant, type Zone } from '#domain/calendar/calendar.ts';
import type { WeekOfCare } from '#domain/clients/journey.ts';

/** Weekly hours with their dates. */
export type Prescription = {
  readonly from: Day;
  readonly to: Day | null;
  readonly hoursPerWeek: number;
};

/** What every week of one stay in care rests on, but for its sessions. */
export type StayFacts = {
  /** The first attended treatment service. */
  readonly admittedOn: Day;
  /** The day of the closing; null while the episode is open. */
  readonly closedOn: Day | null;
  readonly leaves: readonly LeaveSpan[];
  readonly prescriptions: readonly Prescription[];
  readonly schedule: Schedule;
  /** Days on which the client's program or site was closed. */
  readonly closedDays: ReadonlySet<Day>;
};

type At = { readonly now: Instant; readonly zone: Zone };

export const prescriptionOn = (on: Day, prescriptions: readonly Prescription[]): Prescription | null =>
  prescriptions.findLast(({ from, to }) => from <= on && (to === null || on <= to)) ?? null;

// Thirds of 10 hours must add up to 10 again.
const rounded = (hours: number): number => Math.round(hours * 1e6) / 1e6;

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
  const hours = prescribedByDay(days, inCare, prescriptions, schedule);
  return hours === null ? null : rounded(hours.reduce((sum, one) => sum + one, 0));
}

/** What was prescribed for each day of a week; null where it isn't known of one in care. */
function prescribedByDay(
  days: readonly Day[],
  inCare: readonly boolean[],
  prescriptions: readonly Prescription[],
  schedule: Schedule,
): readonly number[] | null {
  const scheduled = scheduledDays(days, schedule);
  const count = scheduled.filter(Boolean).length;
  const hours: number[] = [];
  for (const [index, on] of days.entries()) {
    const prescription = inCare[index] === true ? prescriptionOn(on, prescriptions) : null;
    if (inCare[index] === true && (prescription === null || count === 0)) return null;
    hours.push(scheduled[index] === true && prescription !== null ? prescription.hoursPerWeek / count : 0);
  }
  return hours;
}

/** Which days of a week the client was in care: from the first service to the closing or today, without leave. */
export const daysInCare = (days: readonly Day[], { admittedOn, closedOn, leaves }: StayFacts, today: Day): readonly boolean[] =>
  days.map((on) => on >= admittedOn && on <= today && (closedOn === null || on <= closedOn) && !onLeave(on, leaves));

/**
 * One week of one client (program rule): the hours prescribed and delivered, and those that the program cancelled. `days` are Monday to Sunday,
 * `sessions` the client's bookings in them. Care begins with the first attended service, so what was booked, cancelled or attended for a moment before it
 * counts nowhere, and nothing does after the closing; what is cancelled counts on days in care alone. A day on which the program was closed and nothing is
 * booked was cancelled with its share of the hours. Excused hours are listed and not subtracted. Delivered hours are null where they aren't known: nothing
 * booked, or a session that nobody marked or whose times nobody knows. The current week, and one cut by admission, leave or closing, is partial.
 */
export function clientWeek(days: readonly Day[], stay: StayFacts, sessions: readonly SessionFacts[], { now, zone }: At): WeekOfCare {
  const today = dayAt(now, zone);
  const inCare = daysInCare(days, stay, today);
  const byDay = prescribedByDay(days, inCare, stay.prescriptions, stay.schedule);
  const care = sessions
    .filter(({ service }) => isTreatment(service))
    .map((session) => ({ session, on: dayAt(session.startsAt, zone) }))
    .filter(({ on }) => on >= stay.admittedOn && (stay.closedOn === null || on <= stay.closedOn));
  const held = care.map(({ session }) => session).filter((one) => !one.cancelledByProgram && (one.status !== null || one.endsAt <= now));
  const cancelled = care.filter(({ session, on }) => session.cancelledByProgram && !session.makeUp && inCare[days.indexOf(on)] === true);
  const cancelledMinutes = scheduledMinutes(cancelled.map(({ session }) => session));
  const closed = days.map((on, index) => (stay.closedDays.has(on) && !care.some((one) => one.on === on) ? (byDay?.[index] ?? 0) : 0));
  const minutes = care.length === 0 ? null : deliveredMinutes(held);
  const scheduled = scheduledDays(days, stay.schedule);
  const anyPrescribed = days.some((on) => prescriptionOn(on, stay.prescriptions) !== null);
  return {
    week: days[0] ?? stay.admittedOn,
    prescribed: byDay === null ? null : rounded(byDay.reduce((sum, hours) => sum + hours, 0)),
    // Where it isn't known what was cancelled it isn't known what was offered, so delivered hours couldn't be held against it.
    delivered: minutes === null || cancelledMinutes === null ? null : minutes / 60,
    excused: (scheduledMinutes(held.filter(({ status }) => status === 'excused')) ?? 0) / 60,
    cancelled: rounded((cancelledMinutes ?? 0) / 60 + closed.reduce((sum, hours) => sum + hours, 0)),
    telehealth: (deliveredMinutes(held.filter(({ telehealth }) => telehealth)) ?? 0) / 60,
    partial: days.includes(today) || (anyPrescribed && days.some((_, index) => scheduled[index] === true && inCare[index] !== true)),
  };
}

/** Prescribed less what the program cancelled: what the client could have come to. */
export const offeredHours = ({ prescribed, cancelled }: Pick<WeekOfCare, 'prescribed' | 'cancelled'>): number | null =>
  prescribed === null ? null : Math.max(0, prescribed - cancelled);
