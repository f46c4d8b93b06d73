import { dayAt, latest, type Day, type Instant, type Zone } from '#domain/calendar/calendar.ts';
import type { ContactMethod } from '#domain/adjustments/open.ts';

/** One try at reaching a client. */
export type ContactAttempt = {
  readonly at: Instant;
  readonly method: ContactMethod;
  /** The client answered: only two-way contact is contact. */
  readonly reached: boolean;
  readonly nextTryOn: Day | null;
};

/** A voicemail or a letter is an attempt, whatever was ticked. */
export const isContact = (attempt: Pick<ContactAttempt, 'method' | 'reached'>): boolean =>
  attempt.reached && attempt.method !== 'voicemail' && attempt.method !== 'letter';

export const lastContactAt = (attempts: readonly ContactAttempt[]): Instant | null =>
  latest(attempts.filter(isContact).map(({ at }) => at));

export type Outreach = { readonly attempts: number; readonly reachingOut: boolean; readonly nextTryOn: Day | null };

/**
 * Whether the team has tried enough to say "Reaching out": three attempts by two methods on two days since the last two-way contact (program rule).
 * It changes how the row reads; it is still counted as unanswered.
 */
export function notReached(attempts: readonly ContactAttempt[], zone: Zone): Outreach {
  const since = lastContactAt(attempts);
  const tries = attempts.filter((attempt) => !isContact(attempt) && (since === null || attempt.at > since));
  const methods = new Set(tries.map(({ method }) => method));
  const days = new Set(tries.map(({ at }) => dayAt(at, zone)));
  const newest = tries.toSorted((a, b) => (a.at < b.at ? -1 : 1)).at(-1);
  return {
    attempts: tries.length,
    reachingOut: tries.length >= 3 && methods.size >= 2 && days.size >= 2,
    nextTryOn: newest?.nextTryOn ?? null,
  };
}
