import type { AdjustmentShown } from '#contract/adjustments-shown.ts';
import { whenWords } from '#domain/adjustments/steps-words.ts';
import { dayMonth, dayWords } from '#domain/calendar/words.ts';
import { dayFrom } from '#domain/calendar/calendar.ts';
import { methodNames, naloxoneNames, safetyNames, viewNames } from '#domain/adjustments/states-words.ts';
import { chosenLines, type AdjustmentDraft } from './adjustment-draft.ts';
import { momentIn } from './adjustment-inputs.ts';
import { goAheadWords } from './result-words.ts';
import { adjustmentsWords } from './adjustments-words.ts';

/** A line of what is signed; null where it isn't answered yet. */
export type SignedLine = { readonly label: string; readonly value: string | null };

const lower = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);
const joined = (...parts: readonly (string | null)[]): string | null => {
  const known = parts.filter((part) => part !== null && part !== '');
  return known.length === 0 ? null : known.join(', ');
};

/** Everything that a signature will hold, as it stands in the form now. */
export function signedLines(draft: AdjustmentDraft, page: AdjustmentShown): readonly SignedLine[] {
  return [
    ...(page.trigger === 'screen' ? [{ label: 'Result', value: checkLine(draft, page) }] : []),
    { label: 'Talk', value: talkLine(draft, page) },
    { label: 'Naloxone', value: draft.naloxone === null ? null : naloxoneNames[draft.naloxone] },
    { label: 'Safety', value: draft.safety === null ? null : safetyNames[draft.safety] },
    ...changeLines(draft, page),
    { label: 'Look again', value: againLine(draft, page) },
    { label: 'Client’s view', value: draft.clientView === null ? null : viewNames[draft.clientView] },
  ];
}

function checkLine(draft: AdjustmentDraft, page: AdjustmentShown): string | null {
  const checked = page.talk === null ? draft.checked : page.checked;
  if (checked === null || checked === 'explained') return null;
  return lower(checked === 'go-ahead' ? goAheadWords(page) : adjustmentsWords.check.lab);
}

function talkLine(draft: AdjustmentDraft, page: AdjustmentShown): string | null {
  const { talk, asOf, timeZone } = page;
  if (talk !== null) return joined(whenWords(talk.at, asOf, timeZone), talk.method === null ? null : methodNames[talk.method]);
  const moment = momentIn(draft.when, timeZone);
  return joined(
    moment === null || moment === 'now' ? moment : whenWords(moment, asOf, timeZone),
    draft.method === null ? null : methodNames[draft.method],
  );
}

function changeLines(draft: AdjustmentDraft, page: AdjustmentShown): readonly SignedLine[] {
  if (draft.noChange) return [{ label: 'Change', value: joined('none needed', draft.noChangeReason.trim()) }];
  const chosen = chosenLines(draft, page.menu);
  if (chosen.length === 0) return [{ label: 'Change', value: null }];
  return chosen.map(({ label: line, change }, index) => {
    const from = dayFrom(change.fromOn);
    return {
      label: `Change ${index + 1}`,
      value: joined(change.what.trim() === '' ? lower(line) : change.what.trim(), from === null ? null : `from ${dayMonth(from)}`),
    };
  });
}

function againLine(draft: AdjustmentDraft, page: AdjustmentShown): string | null {
  const on = dayFrom(draft.followUpOn);
  const by = page.staff.find(({ id }) => id === draft.followUpBy)?.name ?? null;
  if (draft.noChange && on === null && by === null) return 'nothing planned';
  return joined(on === null ? null : dayWords(on), by);
}
