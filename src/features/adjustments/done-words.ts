import { dayWords } from '#domain/calendar/words.ts';
import { dayFrom } from '#domain/calendar/calendar.ts';
import { adjustmentsWords } from './adjustments-words.ts';

export type Step = 'talk' | 'explain' | 'sign' | 'outcome';

/** What a step led to, for the sentence that says so. */
export type Done = {
  readonly step: Step;
  readonly followUpOn: string | null;
  readonly next: { readonly id: string; readonly number: number } | null;
};

/** What was stored, and what comes of it. */
export function doneWords({ step, followUpOn }: Done): string {
  switch (step) {
    case 'talk':
      return adjustmentsWords.talk.noted;
    case 'explain':
      return adjustmentsWords.check.done;
    case 'sign': {
      const on = dayFrom(followUpOn ?? '');
      return adjustmentsWords.sign.signed(on === null ? null : dayWords(on));
    }
    case 'outcome':
      return adjustmentsWords.outcome.recorded;
  }
  return step satisfies never;
}
