import type { Day } from '#domain/calendar.ts';
import type { Member } from './house.ts';

/** Why an episode ended, as the record keeps it. */
export type ClosedBecause =
  | 'completed'
  | 'stepped-down'
  | 'stepped-up'
  | 'transferred'
  | 'moved-away'
  | 'chose-to-leave'
  | 'lost-contact'
  | 'coverage-ended'
  | 'hospitalised'
  | 'incarcerated'
  | 'died'
  | 'level-declined-or-unavailable'
  | 'ended-for-safety';

type SafetyRecord = {
  readonly cause: 'violence' | 'threat' | 'weapon' | 'dealing';
  readonly narrative: string;
  readonly signedBy: Member;
  readonly secondSigner: Member;
};

export type Closing = { readonly on: Day; readonly because: ClosedBecause; readonly safety: SafetyRecord | null };
