import type { Day } from '#domain/calendar.ts';
import type { DischargeReason } from '#domain/closings.ts';
import type { Member } from './house.ts';

type SafetyRecord = {
  readonly cause: 'violence' | 'threat' | 'weapon' | 'dealing';
  readonly narrative: string;
  readonly signedBy: Member;
  readonly secondSigner: Member;
};

export type Discharge = { readonly on: Day; readonly because: DischargeReason; readonly safety: SafetyRecord | null };
