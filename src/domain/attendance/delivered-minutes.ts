import { millisecondsOf, type Day, type Instant } from '#domain/calendar/calendar.ts';

export const services = ['group', 'individual', 'family', 'skills', 'education', 'wellness', 'medication', 'peer', 'mutual-help'] as const;
export type Service = (typeof services)[number];

export const attendanceStatuses = ['present', 'late', 'left-early', 'absent', 'excused'] as const;
export type AttendanceStatus = (typeof attendanceStatuses)[number];

/** The client was there, however briefly. */
export const statusesPresent = ['present', 'late', 'left-early'] as const satisfies readonly AttendanceStatus[];

export type Span = { readonly from: Instant; readonly to: Instant };
export type LeaveSpan = { readonly from: Day; readonly to: Day | null };

/** One client's place in one session. */
export type SessionFacts = {
  readonly id: string;
  readonly service: Service;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly breaks: readonly Span[];
  readonly cancelledByProgram: boolean;
  /** Null where nobody has marked it: unknown, never absent. */
  readonly status: AttendanceStatus | null;
  /** Null with 'present' means the scheduled times; null where a late arrival or early leaving was marked means unknown. */
  readonly arrivedAt: Instant | null;
  readonly leftAt: Instant | null;
  readonly telehealth: boolean;
  readonly makeUp: boolean;
  /** Set where the record has no times for the session: its start and end then say the day alone. Minutes present where it has those. */
  readonly untimed?: { readonly minutes: number | null };
};

const minutesOf = (spans: readonly Span[]): number =>
  spans.reduce((sum, { from, to }) => sum + Math.max(0, millisecondsOf(to) - millisecondsOf(from)), 0) / 60_000;

/** Whether minutes of this service count as care. Mutual help is the client's own and never counts. */
export const isTreatment = (service: Service): boolean => service !== 'mutual-help';

export const treatmentServices: readonly Service[] = services.filter(isTreatment);

const clip = (span: Span, within: Span): Span => ({
  from: span.from < within.from ? within.from : span.from,
  to: span.to > within.to ? within.to : span.to,
});

function without(span: Span, breaks: readonly Span[]): readonly Span[] {
  const inside = breaks
    .map((pause) => clip(pause, span))
    .filter(({ from, to }) => from < to)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const kept: Span[] = [];
  let from = span.from;
  for (const pause of inside) {
    if (pause.from > from) kept.push({ from, to: pause.from });
    if (pause.to > from) from = pause.to;
  }
  return from < span.to ? [...kept, { from, to: span.to }] : kept;
}

const scheduledSpans = (session: SessionFacts): readonly Span[] => without({ from: session.startsAt, to: session.endsAt }, session.breaks);

/** Scheduled minutes less scheduled breaks, added up; null where the record has no times for one of them. */
export const scheduledMinutes = (sessions: readonly SessionFacts[]): number | null =>
  sessions.some(({ untimed }) => untimed !== undefined)
    ? null
    : sessions.reduce((sum, session) => sum + minutesOf(scheduledSpans(session)), 0);

/** Whether the client came at all, however briefly. */
export const came = ({ status }: Pick<SessionFacts, 'status'>): boolean => statusesPresent.some((one) => one === status);

function timesKnown({ status, arrivedAt, leftAt }: SessionFacts): boolean {
  switch (status) {
    case null:
      return false;
    case 'late':
      return arrivedAt !== null;
    case 'left-early':
      return leftAt !== null;
    case 'present':
    case 'absent':
    case 'excused':
      return true;
  }
  status satisfies never;
}

/** When the client was there, less breaks; null where it isn't known. Time outside the session's hours doesn't count. */
function presentSpans(session: SessionFacts): readonly Span[] | null {
  if (session.cancelledByProgram) return [];
  if (!timesKnown(session)) return null;
  if (session.status === 'absent' || session.status === 'excused') return [];
  const hours = { from: session.startsAt, to: session.endsAt };
  return without(clip({ from: session.arrivedAt ?? session.startsAt, to: session.leftAt ?? session.endsAt }, hours), session.breaks);
}

function merged(spans: readonly Span[]): readonly Span[] {
  const result: Span[] = [];
  for (const span of spans.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = result.at(-1);
    if (last === undefined || span.from > last.to) result.push(span);
    else if (span.to > last.to) result[result.length - 1] = { from: last.from, to: span.to };
  }
  return result;
}

/**
 * Minutes of care delivered: present in sessions run by the program, telehealth and make-ups included, less scheduled breaks, overlaps once (program rule).
 * Null where any of them isn't known. A session without times is known by its minutes alone: left out of a sum, it would leave only the missed ones in.
 */
export function deliveredMinutes(sessions: readonly SessionFacts[]): number | null {
  const care = sessions.filter(({ service }) => isTreatment(service));
  const spans = care.filter(({ untimed }) => untimed === undefined).map(presentSpans);
  const untimed = care.flatMap((session) =>
    session.untimed === undefined ? [] : [session.cancelledByProgram ? 0 : session.untimed.minutes],
  );
  if (spans.includes(null) || untimed.includes(null)) return null;
  return untimed.reduce<number>((sum, minutes) => sum + (minutes ?? 0), minutesOf(merged(spans.flatMap((one) => one ?? []))));
}

/** Whether the minutes of a session's client are known: cancelled and missed ones are none, and late ones need their time. */
const minutesKnown = (session: SessionFacts): boolean => deliveredMinutes([session]) !== null;

/** Minutes of care delivered as far as they are known, and how many sessions say nothing yet: the minutes are at least these. */
export function minutesSoFar(sessions: readonly SessionFacts[]): { readonly known: number; readonly unknownSessions: number } {
  const [sure, unsure] = [sessions.filter(minutesKnown), sessions.filter((session) => !minutesKnown(session))];
  return { known: deliveredMinutes(sure) ?? 0, unknownSessions: unsure.length };
}

/** Present for at least half of the session's minutes, or at all where the session's times aren't known; null where nobody knows. */
export function sessionAttended(session: SessionFacts): boolean | null {
  if (session.untimed !== undefined)
    return session.status === null && !session.cancelledByProgram ? null : came(session) && !session.cancelledByProgram;
  const spans = presentSpans(session);
  return spans === null ? null : minutesOf(spans) > 0 && minutesOf(spans) * 2 >= minutesOf(scheduledSpans(session));
}
