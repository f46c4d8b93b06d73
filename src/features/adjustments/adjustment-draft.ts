import { newKey } from '#api/idempotency-key.ts';
import type { AdjustmentShown } from '#contract/adjustments-shown.ts';
import type { ClientView, ContactMethod, Naloxone, Outcome, SafetyToday } from '#domain/adjustments/open.ts';
import type { Explanation } from '#domain/adjustments/explanations.ts';

/** When something was: now, or a time typed as '2026-11-23T09:05'. Nothing is chosen for the person. */
export type MomentDraft = { readonly choice: 'now' | 'other' | null; readonly text: string };

export type ChangeDraft = { readonly what: string; readonly fromOn: string; readonly who: string };

/** What a person is answering on the page of one adjustment. */
export type AdjustmentDraft = {
  /** Belongs to this draft, so that a step sent twice is stored once. */
  readonly key: string;
  /** The version of the adjustment that the person saw when they began. */
  readonly version: number;
  /** The talk of this draft is stored; what follows it isn't yet. */
  readonly talkStored: boolean;
  readonly checked: 'go-ahead' | 'send-to-lab' | 'explained' | null;
  readonly because: Explanation | null;
  readonly explanation: string;
  readonly when: MomentDraft;
  readonly method: ContactMethod | null;
  readonly ownWords: string;
  readonly mayAppearInExports: boolean;
  readonly safety: SafetyToday | null;
  readonly notifiedWho: string;
  readonly notifiedWhen: MomentDraft;
  readonly naloxone: Naloxone | null;
  readonly changes: Readonly<Record<string, ChangeDraft>>;
  readonly noChange: boolean;
  readonly noChangeReason: string;
  readonly followUpOn: string;
  readonly followUpBy: string;
  readonly betterLooksLike: string;
  readonly clientView: ClientView | null;
  readonly outcome: Outcome | null;
  readonly outcomeNote: string;
};

export const draftKey = (adjustmentId: string): string => `adjustment ${adjustmentId}`;

const noMoment: MomentDraft = { choice: null, text: '' };

/** Every answer blank, but for what the person answered with the talk and signs again. */
export const blankDraft = (page: AdjustmentShown): AdjustmentDraft => ({
  key: newKey(),
  version: page.version,
  talkStored: false,
  checked: null,
  because: null,
  explanation: '',
  when: noMoment,
  method: null,
  ownWords: '',
  mayAppearInExports: false,
  safety: page.safety,
  notifiedWho: '',
  notifiedWhen: noMoment,
  naloxone: page.naloxone,
  changes: {},
  noChange: false,
  noChangeReason: '',
  followUpOn: '',
  followUpBy: '',
  betterLooksLike: '',
  clientView: null,
  outcome: null,
  outcomeNote: '',
});

/** Whether anything is left to sign once the talk is stored. */
export const holdsPlan = (draft: AdjustmentDraft): boolean =>
  Object.keys(draft.changes).length > 0 ||
  draft.noChange ||
  draft.clientView !== null ||
  [draft.noChangeReason, draft.followUpOn, draft.followUpBy, draft.betterLooksLike].some((text) => text !== '');

/** The lines that are ticked, in the menu's order. */
export const chosenLines = (
  draft: AdjustmentDraft,
  menu: AdjustmentShown['menu'],
): readonly { readonly code: string; readonly label: string; readonly change: ChangeDraft }[] =>
  menu
    .flatMap(({ lines }) => lines)
    .flatMap(({ code, label }) => {
      const change = draft.changes[code];
      return change === undefined ? [] : [{ code, label, change }];
    });
