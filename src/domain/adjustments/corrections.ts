import type { Day, Instant } from '#domain/calendar/calendar.ts';
import type { Adjustment } from './open.ts';

/** A result that was corrected after somebody talked about it or signed a change for it: what was found then, and what stands now (program rule 2.8). */
export type Correction = {
  readonly id: string;
  readonly at: Instant;
  readonly analytesBefore: readonly string[];
  /** Empty where nothing of it was unexpected after all. */
  readonly analytesAfter: readonly string[];
  /** When what to tell the client was recorded; null while whoever acted hasn't. */
  readonly sharedAt: Instant | null;
};

/** Whether somebody acted on a result, so that they have to know when it is corrected. */
export const wasActedOn = ({ talkedAt, signedAt }: Pick<Adjustment, 'talkedAt' | 'signedAt'>): boolean =>
  talkedAt !== null || signedAt !== null;

/** Who has to know, and what they did last. */
export type ActedBy = { readonly did: 'talked' | 'signed'; readonly name: string | null; readonly on: Day };
