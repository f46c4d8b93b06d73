import { addHours, momentOf, type Day, type Instant, type Zone } from '#domain/calendar/calendar.ts';
import type { CollectionOutcome } from '#domain/drug-screens/interpret.ts';
import type { Screening } from '#domain/programs/settings.ts';

/** Why a screen is due: the random schedule drew it, or somebody asked for it, because of what was seen or for another reason. */
const slotReasons = ['scheduled', 'for-cause', 'one-off'] as const;
export type SlotReason = (typeof slotReasons)[number];

/** What a person may ask for. Neither meets a slot of the schedule, so that the figures keep to what chance drew (program rule). */
export const requestedReasons = ['for-cause', 'one-off'] as const;
export type RequestedReason = (typeof requestedReasons)[number];

type Held = { readonly on: Day; readonly startsAt: Instant; readonly timesKnown: boolean };

/**
 * When the collection of a session opens: so many minutes before it starts, though never on an earlier day. Before, nobody is told who is due
 * (program rule). Where the times of a session aren't known it opens with its day.
 */
export function collectionOpensAt(
  { on, startsAt, timesKnown }: Held,
  { opensMinutesBefore }: Pick<Screening, 'opensMinutesBefore'>,
  zone: Zone,
): Instant {
  const midnight = momentOf(on, '00:00', zone);
  const before = addHours(startsAt, -opensMinutesBefore / 60);
  return timesKnown && before > midnight ? before : midnight;
}

/** Where a screen that somebody asked for stands. 'passed': the session is over and nothing was written down. */
export const requestedStates = ['to-come', 'open', 'recorded', 'passed', 'session-cancelled', 'withdrawn'] as const;
export type RequestedState = (typeof requestedStates)[number];

type Requested = {
  readonly outcome: CollectionOutcome | null;
  readonly withdrawn: boolean;
  readonly cancelled: boolean;
  readonly opensAt: Instant;
  readonly endsAt: Instant;
};

/** What came of it first, then whether it was taken back, then the clock. */
export function requestedState({ outcome, withdrawn, cancelled, opensAt, endsAt }: Requested, now: Instant): RequestedState {
  if (outcome !== null) return 'recorded';
  if (withdrawn) return 'withdrawn';
  if (cancelled) return 'session-cancelled';
  if (opensAt > now) return 'to-come';
  return endsAt < now ? 'passed' : 'open';
}

/** A screen that was asked for can be taken back for as long as nothing was recorded for it. */
export const canWithdraw = (state: RequestedState): boolean => state !== 'recorded' && state !== 'withdrawn';
