import type { AdjustmentShown } from '#contract/adjustments-shown.ts';
import { whenWords } from '#domain/adjustments/steps-words.ts';
import { isOpioid } from '#domain/drug-screens/analytes.ts';
import { dueWords } from '#domain/calendar/words.ts';
import { isUnderway } from '#domain/adjustments/states.ts';
import { analyteList } from '#domain/drug-screens/words.ts';
import type { MarkCode } from '#domain/drug-screens/interpret.ts';

export type NextLine = { readonly mark: MarkCode; readonly label: string };

const marksFor = (mark: MarkCode): readonly [MarkCode, MarkCode, MarkCode] => {
  if (mark.startsWith('U')) return ['U!', 'U+', 'U'];
  return mark.startsWith('N') ? ['N!', 'N+', 'N'] : ['_', '_', '_'];
};

/** The three things that the team does about a result, and how its mark shows them. */
export function nextLines(page: AdjustmentShown): readonly NextLine[] {
  const [waits, adjusted, recorded] = marksFor(page.mark);
  const { talk, asOf, timeZone, talkDueAt } = page;
  const drawn = adjusted !== '_';
  return [
    {
      mark: waits,
      label: talk === null ? `Talk by ${dueWords(talkDueAt, asOf, timeZone)}` : `Talked ${whenWords(talk.at, asOf, timeZone)}`,
    },
    { mark: adjusted, label: drawn ? 'When signed, the mark turns half-filled' : 'Sign the plan change' },
    { mark: recorded, label: 'Outcome recorded after follow-up' },
  ];
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** Why this opened an adjustment of its own, and what the next result of the same kind will do. Null where no analyte is in it. */
export function openedBecause({ analytes, number, triedBefore }: AdjustmentShown): string | null {
  if (analytes.length === 0) return null;
  const names = analyteList(analytes);
  const opioid = analytes.some(isOpioid);
  const before = triedBefore.find(({ state }) => isUnderway(state));
  const isNew = before !== undefined && !analytes.some((analyte) => before.analytes.includes(analyte));
  const why = opioid
    ? 'Any opioid opens an adjustment of its own.'
    : isNew
      ? `${capital(names)} ${analytes.length === 1 ? 'is a new analyte' : 'are new analytes'} since A${before.number}, so this opened A${number}.`
      : null;
  const then = opioid ? null : `Another ${names} result before the follow-up will join it.`;
  return [why, then].filter((part) => part !== null).join(' ');
}
