import { came, isTreatment, sessionAttended, type LeaveSpan, type SessionFacts } from './delivered-minutes.ts';
import { dayAt, type Day, type Instant, type Zone } from '#domain/calendar/calendar.ts';

export const onLeave = (on: Day, leaves: readonly LeaveSpan[]): boolean =>
  leaves.some(({ from, to }) => from <= on && (to === null || on <= to));

const byStart = (a: SessionFacts, b: SessionFacts): number => (a.startsAt < b.startsAt ? -1 : 1);

/** Treatment sessions that say something about contact, oldest first: excused, cancelled, on leave and not marked are skipped, and a missed make-up too. */
const countable = (sessions: readonly SessionFacts[], leaves: readonly LeaveSpan[], now: Instant, zone: Zone): readonly SessionFacts[] =>
  sessions
    .filter((session) => isTreatment(session.service) && !session.cancelledByProgram && session.startsAt <= now)
    .filter(
      (session) => came(session) || (session.status === 'absent' && !session.makeUp && !onLeave(dayAt(session.startsAt, zone), leaves)),
    )
    .toSorted(byStart);

/**
 * The last two countable sessions where both were missed, oldest first; null otherwise (program rule).
 * Coming to anything, a make-up included, breaks the run.
 */
export function twoMissedInARow(
  sessions: readonly SessionFacts[],
  leaves: readonly LeaveSpan[],
  now: Instant,
  zone: Zone,
): readonly [SessionFacts, SessionFacts] | null {
  const [earlier, later] = countable(sessions, leaves, now, zone).slice(-2);
  return earlier === undefined || later === undefined || came(earlier) || came(later) ? null : [earlier, later];
}

/** The first visit after two missed in a row, while the client keeps coming; null otherwise. */
export function cameBackOn(sessions: readonly SessionFacts[], leaves: readonly LeaveSpan[], now: Instant, zone: Zone): Day | null {
  const all = countable(sessions, leaves, now, zone);
  const lastMissed = all.findLastIndex((session) => !came(session));
  const before = all[lastMissed - 1];
  const back = all[lastMissed + 1];
  return back === undefined || before === undefined || came(before) ? null : dayAt(back.startsAt, zone);
}

/** When the client was last seen in a session. */
export const lastCameAt = (sessions: readonly SessionFacts[]): Instant | null =>
  sessions
    .filter((session) => isTreatment(session.service) && came(session))
    .toSorted(byStart)
    .at(-1)?.startsAt ?? null;

export type SessionShare = {
  readonly attended: number;
  /** Scheduled, less those the program cancelled and those nobody has marked. */
  readonly scheduled: number;
  readonly excused: number;
  readonly cancelled: number;
  readonly notMarked: number;
};

/** Sessions attended of scheduled; excused stay in the denominator and are shown beside it. */
export function sessionsAttended(sessions: readonly SessionFacts[]): SessionShare {
  const care = sessions.filter(({ service }) => isTreatment(service));
  const cancelled = care.filter((session) => session.cancelledByProgram).length;
  const known = care.filter((session) => !session.cancelledByProgram && sessionAttended(session) !== null);
  return {
    attended: known.filter((session) => sessionAttended(session) === true).length,
    scheduled: known.length,
    excused: known.filter(({ status }) => status === 'excused').length,
    cancelled,
    notMarked: care.length - cancelled - known.length,
  };
}

/** The first treatment session that was attended: day 0 of the episode; null where care has not started. */
export function admissionDay(sessions: readonly SessionFacts[], zone: Zone): Day | null {
  const first = sessions.filter((session) => isTreatment(session.service) && sessionAttended(session) === true).toSorted(byStart)[0];
  return first === undefined ? null : dayAt(first.startsAt, zone);
}
