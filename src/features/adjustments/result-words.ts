import type { AdjustmentShown } from '#contract/adjustments-shown.ts';
import { dayWords } from '#domain/calendar/words.ts';
import { triggerNames } from '#domain/adjustments/states-words.ts';
import { analyteList } from '#domain/drug-screens/words.ts';
import { adjustmentsWords } from './adjustments-words.ts';

const ownOf = ({ event, analytes }: AdjustmentShown) => event?.analytes.filter(({ analyte }) => analytes.includes(analyte)) ?? [];

export const hasConfirmed = (page: AdjustmentShown): boolean => ownOf(page).some(({ result }) => result === 'confirmed-positive');

/** How the result reads when one goes ahead with it: presumptive until confirmed. */
export function goAheadWords(page: AdjustmentShown): string {
  const own = ownOf(page);
  if (own.length === 0) return adjustmentsWords.check.specimen;
  if (own.every(({ expectation }) => expectation === 'should-show')) return adjustmentsWords.check.missing;
  return own.some(({ result }) => result === 'presumptive-positive')
    ? adjustmentsWords.check.presumptive
    : adjustmentsWords.check.confirmed;
}

/** How the result was checked, as it stands. One started by hand says what it starts from. */
export function checkedWords(page: AdjustmentShown): string {
  if (page.trigger !== 'screen') return adjustmentsWords.check.byHand(triggerNames[page.trigger]);
  switch (page.checked) {
    case 'go-ahead':
      return `${goAheadWords(page)}.`;
    case 'send-to-lab':
      return `${adjustmentsWords.check.lab}.`;
    case null:
      return adjustmentsWords.check.open;
  }
  return page.checked satisfies never;
}

/** 'Detected on Sat 21 Nov, consistent with medication.' */
export function medicationFound({ found }: AdjustmentShown['medications'][number], event: NonNullable<AdjustmentShown['event']>): string {
  const on = `on ${dayWords(event.on)}`;
  if (found.length === 0) return `Nothing that this medication shows was read ${on}.`;
  if (found.some(({ finding }) => finding === 'prescribed-not-detected')) return `Not detected ${on}, though prescribed.`;
  if (found.some(({ finding }) => finding === 'consistent-with-medication')) return `Detected ${on}, consistent with medication.`;
  return `Could not be read ${on}.`;
}

/** 'Alcohol (EtG) is at the lab, pending.' Null where nothing is pending. */
export function pendingWords(event: AdjustmentShown['event']): string | null {
  const pending = event?.analytes.filter(({ finding }) => finding === 'pending').map(({ analyte }) => analyte) ?? [];
  if (pending.length === 0) return null;
  const names = analyteList(pending);
  return `${names.slice(0, 1).toUpperCase()}${names.slice(1)} ${pending.length === 1 ? 'is' : 'are'} at the lab, pending.`;
}
