import type { AdjustmentShown } from '#contract/adjustments-shown.ts';
import { dayWords } from '#domain/calendar-words.ts';
import { triggerNames } from '#domain/care-plan-words.ts';
import { analyteList } from '#domain/drug-screens-words.ts';
import { says } from './adjustments-words.ts';

const ownOf = ({ event, analytes }: AdjustmentShown) => event?.analytes.filter(({ analyte }) => analytes.includes(analyte)) ?? [];

export const hasConfirmed = (page: AdjustmentShown): boolean => ownOf(page).some(({ result }) => result === 'confirmed-positive');

/** How the result reads when one goes ahead with it: presumptive until confirmed. */
export function goAheadWords(page: AdjustmentShown): string {
  const own = ownOf(page);
  if (own.length === 0) return says.check.specimen;
  if (own.every(({ expectation }) => expectation === 'should-show')) return says.check.missing;
  return own.some(({ result }) => result === 'presumptive-positive') ? says.check.presumptive : says.check.confirmed;
}

/** How the result was checked, as it stands. One started by hand says what it starts from. */
export function checkedWords(page: AdjustmentShown): string {
  if (page.trigger !== 'screen') return says.check.byHand(triggerNames[page.trigger]);
  switch (page.checked) {
    case 'go-ahead':
      return `${goAheadWords(page)}.`;
    case 'send-to-lab':
      return `${says.check.lab}.`;
    case null:
      return says.check.open;
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
