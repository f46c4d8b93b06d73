import type { Naloxone } from '#domain/adjustments/open.ts';
import type { Day } from '#domain/calendar/calendar.ts';
import type { DischargeReason } from './discharge-reasons.ts';

export const safetyCauses = ['violence', 'threat', 'weapon', 'dealing'] as const;
export type SafetyCause = (typeof safetyCauses)[number];

/** How an episode is to end. What isn't said is null. */
export type RequestedEnding = {
  readonly reason: DischargeReason;
  readonly closedOn: Day;
  readonly note: string | null;
  readonly linkedTo: string | null;
  readonly naloxone: Naloxone | null;
  /** What happened, where the program ends it for safety. */
  readonly safety: { readonly cause: SafetyCause; readonly narrative: string } | null;
};

/** Whether an ending is signed by two (rules.md 5): the second signs in their own session, and until then nothing has happened. */
export const signedByTwo = (reason: DischargeReason): boolean => reason === 'ended-by-program' || reason === 'level-declined';
