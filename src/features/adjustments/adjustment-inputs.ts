import type { InputOf } from '#contract/endpoint.ts';
import type { adjustments } from '#contract/adjustments.ts';
import type { AdjustmentShown } from '#contract/adjustments-shown.ts';
import { dayFrom, momentOf, type Instant } from '#domain/calendar/calendar.ts';
import { chosenLines, type AdjustmentDraft, type MomentDraft } from './adjustment-draft.ts';

type Input<Step extends keyof typeof adjustments> = InputOf<(typeof adjustments)[Step]>;

/** The moment that was given; null where none is yet, or the time typed doesn't exist. */
export function momentIn({ choice, text }: MomentDraft, zone: string): 'now' | Instant | null {
  if (choice !== 'other') return choice;
  const [on = '', time = ''] = text.split('T');
  const day = dayFrom(on);
  return day === null || !/^\d{2}:\d{2}/.test(time) ? null : momentOf(day, time.slice(0, 5), zone);
}

/** What isn't answered is sent as nothing, and the server says what is missing. */
export const orNull = (text: string): string | null => (text.trim() === '' ? null : text);

const idsOf = ({ id, client }: AdjustmentShown) => ({ clientId: client.id, adjustmentId: id });

function notificationIn(draft: AdjustmentDraft, page: AdjustmentShown) {
  const at = momentIn(draft.notifiedWhen, page.timeZone);
  return draft.safety === 'on-call-notified' && at !== null && draft.notifiedWho.trim() !== '' ? { who: draft.notifiedWho, at } : null;
}

/** The talk; null while something that it needs isn't answered. */
export function talkInput(draft: AdjustmentDraft, page: AdjustmentShown): Input<'talk'> | null {
  const at = momentIn(draft.when, page.timeZone);
  const checked = page.trigger === 'screen' ? draft.checked : null;
  if (at === null || draft.method === null || checked === 'explained') return null;
  return {
    ...idsOf(page),
    checked,
    at,
    method: draft.method,
    ownWords: orNull(draft.ownWords),
    mayAppearInExports: draft.mayAppearInExports,
    safety: draft.safety,
    notified: notificationIn(draft, page),
    naloxone: draft.naloxone,
  };
}

export const explanationInput = (draft: AdjustmentDraft, page: AdjustmentShown): Input<'explain'> | null =>
  draft.because === null ? null : { ...idsOf(page), because: draft.because, words: draft.explanation, naloxone: draft.naloxone };

/** What is signed; null while an answer is missing. None is put in for the signer. */
export function signatureInput(draft: AdjustmentDraft, page: AdjustmentShown): Input<'sign'> | null {
  const { clientView, naloxone, safety } = draft;
  if (clientView === null || naloxone === null || safety === null) return null;
  // A talk that goes with this signature says whom was told; one that was noted before may not have.
  const withTalk = page.talk === null ? safety : page.safety;
  return {
    ...idsOf(page),
    changes: draft.noChange
      ? []
      : chosenLines(draft, page.menu).map(({ code, change }) => ({
          line: code,
          what: change.what,
          fromOn: change.fromOn,
          who: change.who,
        })),
    noChangeReason: draft.noChange ? orNull(draft.noChangeReason) : null,
    followUpOn: orNull(draft.followUpOn),
    followUpBy: orNull(draft.followUpBy),
    betterLooksLike: orNull(draft.betterLooksLike),
    clientView,
    naloxone,
    safety,
    notified: withTalk === 'on-call-notified' ? null : notificationIn(draft, page),
  };
}

export const outcomeInput = (draft: AdjustmentDraft, page: AdjustmentShown): Input<'recordOutcome'> | null =>
  draft.outcome === null ? null : { ...idsOf(page), outcome: draft.outcome, note: draft.outcomeNote };
