import { isTreatment, type AttendanceStatus, type Service } from './delivered-minutes.ts';
import { twoMissedInARow } from './lost-contact.ts';
import type { LeaveSpan, SessionFacts } from './delivered-minutes.ts';
import { daysBetween, type Day, type Instant, type Zone } from '#domain/calendar/calendar.ts';
import { canBeMadeUp } from './make-ups.ts';

/** A session that somebody was booked in and didn't have. */
export type MissedSession = {
  readonly id: string;
  readonly on: Day;
  readonly startsAt: Instant;
  readonly service: Service;
  readonly status: AttendanceStatus | null;
  readonly cancelled: boolean;
};

/**
 * Whether a session can stand for one that wasn't had: missed, excused or cancelled by the program, of the same service, held before it and not
 * longer ago than the program allows (program rule). Mutual help is the client's own and is never made up.
 */
export function canMakeUp(
  missed: MissedSession,
  session: { readonly id: string; readonly on: Day; readonly startsAt: Instant; readonly service: Service },
  most: number,
): boolean {
  return (
    canBeMadeUp({ cancelledByProgram: missed.cancelled, status: missed.status }) &&
    missed.id !== session.id &&
    missed.service === session.service &&
    isTreatment(session.service) &&
    missed.startsAt < session.startsAt &&
    daysBetween(missed.on, session.on) <= most
  );
}

/** The session before that makes this one, if it is missed, the second in a row; null where it wouldn't be, or was a make-up itself. */
export function missedBefore(
  sessions: readonly SessionFacts[],
  sessionId: string,
  leaves: readonly LeaveSpan[],
  now: Instant,
  zone: Zone,
): SessionFacts | null {
  const own = sessions.find(({ id }) => id === sessionId);
  if (own === undefined) return null;
  const missed: SessionFacts = { ...own, status: 'absent', arrivedAt: null, leftAt: null };
  const until = sessions.filter(({ id, startsAt }) => id !== sessionId && startsAt <= own.startsAt);
  const both = twoMissedInARow([...until, missed], leaves, now > own.startsAt ? now : own.startsAt, zone);
  return both?.[1].id === sessionId ? both[0] : null;
}
