import { weekOf, type Day } from '#domain/calendar/calendar.ts';
import type { Occurrence } from './meetings.ts';

/** Why a session of a changed meeting is left as it is, for a person to decide about. */
export type LeftBecause = 'attendance' | 'screens' | 'by-hand' | 'cancelled' | 'begun';

/** A session that the meeting made, from the day of the change on. */
export type Made = {
  readonly sessionId: string;
  /** The day its meeting means. */
  readonly scheduledOn: Day;
  readonly begun: boolean;
  readonly attendanceTaken: boolean;
  readonly screensRecorded: boolean;
  /** Cancelled by itself; one that a closure cancelled goes with its day. */
  readonly cancelledAlone: boolean;
  /** Moved or given a substitute for this once. */
  readonly byHand: boolean;
};

export type Changes = {
  readonly move: readonly { readonly sessionId: string; readonly to: Occurrence }[];
  /** Sessions that stay; `instead` is the occurrence of their week, which is not made beside them. */
  readonly leave: readonly { readonly sessionId: string; readonly because: LeftBecause; readonly instead: Occurrence | null }[];
  readonly remove: readonly string[];
  readonly add: readonly Occurrence[];
};

export function leftBecause(made: Omit<Made, 'sessionId' | 'scheduledOn'>): LeftBecause | null {
  if (made.attendanceTaken) return 'attendance';
  if (made.screensRecorded) return 'screens';
  if (made.begun) return 'begun';
  if (made.cancelledAlone) return 'cancelled';
  return made.byHand ? 'by-hand' : null;
}

/**
 * What a changed meeting asks of the sessions it has made (program rule). A meeting has one session a week, so each keeps its week: it moves to
 * the week's new occurrence, or goes where there is none. Whatever was recorded in, begun, cancelled or changed by hand is left, and nothing is
 * made beside it.
 */
export function changesOf(made: readonly Made[], occurrences: readonly Occurrence[]): Changes {
  const wanted = new Map(occurrences.map((one) => [weekOf(one.on), one]));
  const move: { sessionId: string; to: Occurrence }[] = [];
  const leave: { sessionId: string; because: LeftBecause; instead: Occurrence | null }[] = [];
  const remove: string[] = [];
  for (const session of made) {
    const week = weekOf(session.scheduledOn);
    const to = wanted.get(week) ?? null;
    wanted.delete(week);
    const because = leftBecause(session);
    if (because !== null) leave.push({ sessionId: session.sessionId, because, instead: to });
    else if (to === null) remove.push(session.sessionId);
    else move.push({ sessionId: session.sessionId, to });
  }
  return { move, leave, remove, add: [...wanted.values()] };
}
