import type { Day, Instant, Zone } from '#domain/calendar/calendar.ts';
import type { Screening } from '#domain/programs/settings.ts';
import { collectionOpensAt } from './screen-slots.ts';

/** A drawn slot that nothing answered, and whether what it waits for still stands. */
export type DrawnSlotFacts = {
  readonly sessionId: string | null;
  readonly on: Day;
  readonly opensAt: Instant;
  /** The session is still held with the client in it. */
  readonly held: boolean;
  readonly excused: boolean;
  readonly away: boolean;
};

/** A session in which the client could hand over a specimen. */
export type SessionToCollectIn = {
  readonly sessionId: string;
  readonly on: Day;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly timesKnown: boolean;
};

export type ReconciledSlot =
  | { readonly is: 'kept' }
  | { readonly is: 'removed' }
  | { readonly is: 'moved'; readonly sessionId: string; readonly opensAt: Instant }
  | { readonly is: 'uncollected'; readonly outcome: 'excused' | 'cancelled-by-program' };

type At = { readonly now: Instant; readonly zone: Zone; readonly screening: Pick<Screening, 'opensMinutesBefore'> };

/** The sessions of a day that aren't over, in their order. */
export const sessionsLeft = <S extends Pick<SessionToCollectIn, 'on' | 'endsAt'>>(sessions: readonly S[], on: Day, now: Instant): S[] =>
  sessions.filter((session) => session.on === on && session.endsAt > now);

/**
 * What a drawn slot becomes when its session, or the client's days, changed (program rule). One that nobody could know of moves to another session of
 * its day, or is taken back; one that had opened is excused where the client is away, and otherwise moves or was cancelled by the program.
 */
export function reconciledSlot(slot: DrawnSlotFacts, sessions: readonly SessionToCollectIn[], at: At): ReconciledSlot {
  const others = sessionsLeft(sessions, slot.on, at.now);
  if (slot.opensAt > at.now) return hiddenSlot(slot, others, at);
  return slot.held && !slot.away ? { is: 'kept' } : openedSlot(slot, others[0]);
}

function hiddenSlot(slot: DrawnSlotFacts, others: readonly SessionToCollectIn[], { screening, zone }: At): ReconciledSlot {
  const own = slot.held && !slot.away && !slot.excused ? others.find(({ sessionId }) => sessionId === slot.sessionId) : undefined;
  const session = own ?? others[0];
  if (session === undefined) return { is: 'removed' };
  const opensAt = collectionOpensAt(session, screening, zone);
  if (session.sessionId === slot.sessionId && opensAt === slot.opensAt) return { is: 'kept' };
  return { is: 'moved', sessionId: session.sessionId, opensAt };
}

function openedSlot(slot: DrawnSlotFacts, other: SessionToCollectIn | undefined): ReconciledSlot {
  if (slot.away) return { is: 'uncollected', outcome: 'excused' };
  if (other === undefined) return { is: 'uncollected', outcome: 'cancelled-by-program' };
  return { is: 'moved', sessionId: other.sessionId, opensAt: slot.opensAt };
}
