import type { AdjustmentShown } from '#contract/adjustments-shown.ts';
import type { AdjustmentDraft } from './adjustment-draft.ts';
import type { Step } from './done-words.ts';

/** The step that Ctrl Enter takes now; null where nothing is left to store. */
export function stepFor(page: AdjustmentShown, draft: AdjustmentDraft): Exclude<Step, 'talk'> | null {
  switch (page.state) {
    case 'due':
    case 'talked':
      return draft.checked === 'explained' ? 'explain' : 'sign';
    case 'signed':
      // Before the follow-up the outcome is folded away until somebody opens it.
      return draft.outcome === null && draft.outcomeNote === '' ? null : 'outcome';
    case 'follow-up-due':
      return 'outcome';
    case 'closed':
    case 'explained':
    case 'amended':
      return null;
  }
  return page.state satisfies never;
}
