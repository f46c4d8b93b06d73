import type { AdjustmentShown } from '#contract/adjustments-shown.ts';
import { stepProblems } from '#domain/adjustments/steps-words.ts';
import { dayAt, dayFrom } from '#domain/calendar/calendar.ts';
import { signingMessage } from '#domain/adjustments/signing-words.ts';
import { problemsIn } from '#domain/adjustments/signing.ts';
import type { FieldProblem } from '#contract/refusals.ts';
import { chosenLines, type AdjustmentDraft } from './adjustment-draft.ts';
import { momentIn, orNull } from './adjustment-inputs.ts';
import { missing } from './adjustment-problems-words.ts';

export type Faults = readonly FieldProblem[];

const blank = (text: string): boolean => text.trim() === '';
const faults = (...found: readonly (FieldProblem | false)[]): Faults => found.filter((one) => one !== false);
const at = (field: string, holds: boolean, message: string): FieldProblem | false => holds && { field, message };

function notificationFaults(draft: AdjustmentDraft, page: AdjustmentShown): Faults {
  if (draft.safety !== 'on-call-notified' || (page.talk !== null && page.safety === 'on-call-notified')) return [];
  return faults(
    at('notified.who', blank(draft.notifiedWho), stepProblems.notified),
    at('notified.at', momentIn(draft.notifiedWhen, page.timeZone) === null, missing.notifiedAt),
  );
}

/** What the talk still needs. Safety and naloxone may wait for the signature. */
export function talkFaults(draft: AdjustmentDraft, page: AdjustmentShown): Faults {
  const moment = momentIn(draft.when, page.timeZone);
  return faults(
    at('checked', page.trigger === 'screen' && draft.checked === null, stepProblems.checked),
    at('at', moment === null, missing.at),
    at('at', moment !== null && moment !== 'now' && moment > page.asOf, stepProblems.future),
    at('method', draft.method === null, missing.method),
    ...notificationFaults(draft, page),
  );
}

export const explanationFaults = (draft: AdjustmentDraft, page: AdjustmentShown): Faults =>
  faults(
    at('because', draft.because === null, missing.because),
    at('words', blank(draft.explanation), missing.explanation),
    at('naloxone', page.naloxoneReasons.length > 0 && draft.naloxone === null, stepProblems.naloxone),
  );

/** What the signature still needs, in the order of the page. Blank fields are named first; the rules of signing then look at what is filled in. */
export function signatureFaults(draft: AdjustmentDraft, page: AdjustmentShown): Faults {
  const lines = chosenLines(draft, page.menu);
  const blanks = faults(
    at('safety', draft.safety === null, missing.safety),
    ...(page.talk === null ? [] : notificationFaults(draft, page)),
    at('naloxone', draft.naloxone === null, missing.naloxone),
    ...lines.flatMap(({ code, change }) =>
      draft.noChange
        ? []
        : faults(
            at(`changes.${code}.what`, blank(change.what), missing.what),
            at(`changes.${code}.fromOn`, dayFrom(change.fromOn) === null, missing.fromOn),
            at(`changes.${code}.who`, change.who === '', missing.who),
          ),
    ),
    at('noChangeReason', draft.noChange && blank(draft.noChangeReason), missing.noChangeReason),
  );
  const view = faults(at('clientView', draft.clientView === null, missing.clientView));
  const named = new Set(blanks.map(({ field }) => field));
  return [...blanks, ...ruleFaults(draft, page).filter(({ field }) => !named.has(field)), ...view];
}

function ruleFaults(draft: AdjustmentDraft, page: AdjustmentShown): Faults {
  const chosen = draft.noChange ? [] : chosenLines(draft, page.menu);
  const today = dayAt(page.asOf, page.timeZone);
  const signature = {
    changes: chosen.map(({ code, change }) => ({ line: code, fromOn: dayFrom(change.fromOn) ?? today, who: change.who })),
    noChangeReason: draft.noChange ? draft.noChangeReason : null,
    followUpOn: dayFrom(draft.followUpOn),
    followUpBy: orNull(draft.followUpBy),
    betterLooksLike: orNull(draft.betterLooksLike),
    safety: draft.safety ?? ('not-asked' as const),
    // Whom was told is looked at with the talk.
    notified: true,
  };
  const facts = {
    today,
    openedOn: dayAt(page.openedAt, page.timeZone),
    lines: page.menu.flatMap((category) => category.lines.map(({ code }) => code)),
    team: page.staff.map(({ id }) => id),
    notifiedBefore: true,
  };
  const lines = chosen.map(({ code }) => code);
  return problemsIn(signature, facts)
    .map(signingMessage)
    .map(({ field, message }) => ({ field: inDraft(field, lines), message }));
}

/** The server counts changes by place; the page knows them by their line. */
export const inDraft = (field: string, lines: readonly string[]): string =>
  field.replace(/^changes\.(\d+)/, (_, booking: string) => `changes.${lines[Number(booking)] ?? booking}`);

export const outcomeFaults = (draft: AdjustmentDraft): Faults =>
  faults(at('outcome', draft.outcome === null, missing.outcome), at('note', blank(draft.outcomeNote), missing.outcomeNote));

/** Several changes may lack the same thing: the summary says which one does. */
export function inSummary({ field, message }: FieldProblem, menu: AdjustmentShown['menu']): string {
  const code = /^changes\.([^.]+)\./.exec(field)?.[1];
  const line = menu.flatMap(({ lines }) => lines).find((one) => one.code === code);
  return line === undefined ? message : `${line.label}: ${message.slice(0, 1).toLowerCase()}${message.slice(1)}`;
}
