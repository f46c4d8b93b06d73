import { dayWords } from '#domain/calendar/words.ts';
import { outcomeNames } from './states-words.ts';
import type { Adjustment, AdjustmentState } from './open.ts';

/** What stands on an adjustment's span: 'A1 closed: improved', 'A2 in place, follow-up Fri 27 Nov', 'A3, talk by today 5 pm'. */
export function adjustmentLabel(
  adjustment: Pick<Adjustment, 'number' | 'followUpOn' | 'outcome'>,
  state: AdjustmentState,
  due: string | null,
): string {
  const code = `A${adjustment.number}`;
  switch (state) {
    case 'due':
      return `${code}, talk by ${due ?? 'today'}`;
    case 'talked':
      return `${code}, sign by ${due ?? 'today'}`;
    case 'signed':
      return adjustment.followUpOn === null ? `${code} in place` : `${code} in place, follow-up ${dayWords(adjustment.followUpOn)}`;
    case 'follow-up-due':
      return `${code} in place, outcome due`;
    case 'closed':
      return adjustment.outcome === null ? `${code} closed` : `${code} closed: ${outcomeNames[adjustment.outcome]}`;
    case 'explained':
      return `${code} explained`;
    case 'amended':
      return `${code} amended`;
  }
  return state satisfies never;
}
