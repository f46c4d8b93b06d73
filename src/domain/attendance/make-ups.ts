import type { AttendanceStatus, Service } from './delivered-minutes.ts';
import { addDays, dayAt, type Day, type Instant, type Zone } from '#domain/calendar/calendar.ts';

/** A client's place in a session that is over or cancelled. */
export type Missed = {
  readonly sessionId: string;
  readonly programId: string;
  readonly service: Service;
  readonly startsAt: Instant;
  readonly cancelledByProgram: boolean;
  /** Null where nobody has marked it. */
  readonly status: AttendanceStatus | null;
};

export type Candidate = {
  readonly sessionId: string;
  readonly programId: string;
  readonly service: Service;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly cancelledByProgram: boolean;
  readonly booked: number;
  /** Null where the group has no limit. */
  readonly capacity: number | null;
};

/** Where the client is booked already, or was. */
export type Engaged = { readonly sessionId: string; readonly startsAt: Instant; readonly endsAt: Instant };

/** Whether a session can be made up for: absent, excused or cancelled by the program. One that nobody marked may have been attended. */
export const canBeMadeUp = ({ cancelledByProgram, status }: Pick<Missed, 'cancelledByProgram' | 'status'>): boolean =>
  cancelledByProgram || status === 'absent' || status === 'excused';

/** The last day on which a session can be made up for. */
export const makeUpUntil = (missed: Pick<Missed, 'startsAt'>, days: number, zone: Zone): Day => addDays(dayAt(missed.startsAt, zone), days);

type When = { readonly now: Instant; readonly zone: Zone; readonly days: number };

/**
 * Which sessions could make up for a missed one, soonest first (program rule): of the same service and program, yet to start, within so many
 * days of the missed one, held, with room, and at a time when the client is nowhere else. None where the session can't be made up for.
 */
export function makeUpOffers<C extends Candidate>(
  missed: Missed,
  candidates: readonly C[],
  engaged: readonly Engaged[],
  when: When,
): readonly C[] {
  if (!canBeMadeUp(missed)) return [];
  const until = makeUpUntil(missed, when.days, when.zone);
  return candidates
    .filter(
      (one) =>
        one.sessionId !== missed.sessionId &&
        one.service === missed.service &&
        one.programId === missed.programId &&
        !one.cancelledByProgram &&
        one.startsAt > when.now &&
        dayAt(one.startsAt, when.zone) <= until &&
        (one.capacity === null || one.booked < one.capacity) &&
        !engaged.some((other) => other.sessionId === one.sessionId || (other.startsAt < one.endsAt && one.startsAt < other.endsAt)),
    )
    .toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
}
