import type { Day } from '#domain/calendar/calendar.ts';
import type { PhaseDecision, ReviewKind } from '#domain/care-plan/review-kinds.ts';

/** A review as it was said, before anything follows from it. */
export type Reviewed = {
  readonly clientId: string;
  readonly what: ReviewKind;
  readonly about: string | null;
  readonly on: Day;
  readonly nextOn: Day | null;
  readonly rating: number | null;
  readonly decision: PhaseDecision | null;
  readonly criteriaMet: readonly string[];
};

const isId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Text that may be an id; null where it can't be one, so that no statement is asked with it. */
export const idIn = (about: string | null): string | null => (about !== null && isId.test(about) ? about : null);
