import { came, deliveredMinutes, scheduledMinutes, type AttendanceStatus, type SessionFacts } from './delivered-minutes.ts';
import { isNear, timesPresent, type Hours, type WrittenTimes } from './times-present.ts';
import { addHours, millisecondsOf, type Instant } from '#domain/calendar/calendar.ts';

/** What one person says about another's place in a session. A null status is "not marked": unknown, never absent. */
export type Mark = WrittenTimes & { readonly status: AttendanceStatus | null };

/** The session that a mark is about. Minutes of one whose times aren't known can't be held against anything. */
export type MarkedSession = Hours & { readonly timesKnown: boolean; readonly cancelled: boolean };

export const markProblems = [
  'cancelled',
  'too-early',
  'times-and-minutes',
  'not-here',
  'no-times-known',
  'to-the-minute',
  'not-near',
  'leaving-first',
  'after-the-end',
  'before-the-start',
  'minutes-too-many',
  'no-minutes',
  'in-disagrees',
  'out-disagrees',
] as const;
export type MarkProblem = (typeof markProblems)[number];
export type MarkField = 'status' | 'arrivedAt' | 'leftAt' | 'minutes';

/** From when on people can be marked as here or missed: a little before the start, since people come early. */
export const opensAt = ({ startsAt }: Pick<Hours, 'startsAt'>, earlyMinutes: number): Instant => addHours(startsAt, -earlyMinutes / 60);

/** Whether this can be said of a session at this moment. Excused is said in advance too, and any mark of a session that wasn't cancelled can be taken back. */
export function markingProblem(
  status: AttendanceStatus | null,
  { cancelled, startsAt }: Pick<MarkedSession, 'cancelled' | 'startsAt'>,
  now: Instant,
  earlyMinutes: number,
): MarkProblem | null {
  if (cancelled) return 'cancelled';
  const inAdvance = status === null || status === 'excused';
  return !inAdvance && now < opensAt({ startsAt }, earlyMinutes) ? 'too-early' : null;
}

const wholeMinute = (at: Instant): boolean => millisecondsOf(at) % 60_000 === 0;

/** The first thing that can't be as the mark says, with its field; null where all of it can be (program rule). */
export function markProblem(mark: Mark, session: MarkedSession): readonly [MarkField, MarkProblem] | null {
  const { status, arrivedAt, leftAt, minutes } = mark;
  const timed = arrivedAt !== null || leftAt !== null;
  if (!came({ status })) return timed || (minutes ?? 0) > 0 ? ['status', 'not-here'] : null;
  if (timed && minutes !== null) return ['minutes', 'times-and-minutes'];
  if (!session.timesKnown) return timed ? ['arrivedAt', 'no-times-known'] : minutes === 0 ? ['minutes', 'no-minutes'] : null;
  return timeProblem(mark, session) ?? minutesProblem(mark, session);
}

function timeProblem({ status, arrivedAt, leftAt }: Mark, session: MarkedSession): readonly [MarkField, MarkProblem] | null {
  for (const [field, at] of [['arrivedAt', arrivedAt] as const, ['leftAt', leftAt] as const]) {
    if (at === null) continue;
    if (!wholeMinute(at)) return [field, 'to-the-minute'];
    if (!isNear(at, session)) return [field, 'not-near'];
  }
  if (arrivedAt !== null && arrivedAt >= session.endsAt) return ['arrivedAt', 'after-the-end'];
  if (leftAt !== null && leftAt <= session.startsAt) return ['leftAt', 'before-the-start'];
  if (arrivedAt !== null && leftAt !== null && leftAt <= arrivedAt) return ['leftAt', 'leaving-first'];
  if (arrivedAt !== null && arrivedAt > session.startsAt !== (status === 'late')) return ['arrivedAt', 'in-disagrees'];
  const early = leftAt !== null && leftAt < session.endsAt;
  if (leftAt !== null && ((early && status === 'present') || (!early && status === 'left-early'))) return ['leftAt', 'out-disagrees'];
  return null;
}

function minutesProblem({ minutes }: Mark, session: MarkedSession): readonly [MarkField, MarkProblem] | null {
  if (minutes === null) return null;
  if (minutes === 0) return ['minutes', 'no-minutes'];
  return minutes > countedOf(session) ? ['minutes', 'minutes-too-many'] : null;
}

/** The session as a fact about nobody in particular, so that the rules for minutes can be asked about it. */
const factsFor = ({ startsAt, endsAt, breaks }: Hours, mark: Mark): SessionFacts => ({
  id: '',
  service: 'group',
  startsAt,
  endsAt,
  breaks,
  cancelledByProgram: false,
  status: mark.status,
  ...timesPresent(mark.status, mark, { startsAt, endsAt, breaks }),
  telehealth: false,
  makeUp: false,
});

export const notMarked: Mark = { status: null, arrivedAt: null, leftAt: null, minutes: null };

/** Minutes that a whole attendance counts: the session's, less its break. */
export const countedOf = (hours: Hours): number => scheduledMinutes([factsFor(hours, notMarked)]) ?? 0;

/** Whole minutes that a mark counts by itself: there, inside the session's hours, less the break. Null where nobody knows. */
export function minutesCounted(mark: Mark, session: Omit<MarkedSession, 'cancelled'>): number | null {
  if (mark.status === null) return null;
  if (!session.timesKnown) return came(mark) ? mark.minutes : 0;
  return deliveredMinutes([factsFor(session, mark)]);
}

/**
 * The mark as it is kept: scheduled times stand for a time that nobody gave, except for the one that the status says was another; the minutes
 * are those that the times count, so that the two can't part.
 */
export function kept(mark: Mark, session: Omit<MarkedSession, 'cancelled'>): Mark {
  const { status } = mark;
  if (!came({ status })) return { ...notMarked, status, minutes: status === null ? null : 0 };
  const untimed = mark.arrivedAt === null && mark.leftAt === null;
  if (!session.timesKnown || (untimed && mark.minutes !== null)) return { ...mark, arrivedAt: null, leftAt: null };
  const stamped = {
    status,
    arrivedAt: mark.arrivedAt ?? (status === 'late' ? null : session.startsAt),
    leftAt: mark.leftAt ?? (status === 'left-early' ? null : session.endsAt),
    minutes: null,
  };
  return { ...stamped, minutes: minutesCounted(stamped, session) };
}

/** Whether two marks say the same. Minutes that follow from times say nothing of their own. */
export const sameMark = (a: Mark, b: Mark): boolean =>
  a.status === b.status &&
  a.arrivedAt === b.arrivedAt &&
  a.leftAt === b.leftAt &&
  (a.arrivedAt !== null || a.leftAt !== null || !came(a) || a.minutes === b.minutes);
