import type { Day } from '#domain/calendar.ts';
import type { ClosingReason } from '#domain/closings.ts';
import type { Member } from './house.ts';

type SafetyRecord = {
  readonly cause: 'violence' | 'threat' | 'weapon' | 'dealing';
  readonly narrative: string;
  readonly signedBy: Member;
  readonly secondSigner: Member;
};

export type Closing = { readonly on: Day; readonly because: ClosingReason; readonly safety: SafetyRecord | null };
