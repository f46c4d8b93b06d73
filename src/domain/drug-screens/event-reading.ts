import {
  adjustmentFindings,
  separateFindings,
  isDetected,
  isNotValid,
  type AnalyteReading,
  type CollectionOutcome,
  type Finding,
  type ScreenEvent,
} from './interpret.ts';

/** What an event is counted by. */
export type EventFacts = {
  readonly outcome: CollectionOutcome;
  readonly validity: ScreenEvent['validity'];
  readonly analytes: readonly Pick<AnalyteReading, 'analyte' | 'result' | 'finding'>[];
};

const has = (event: EventFacts, ...sought: Finding[]): boolean => event.analytes.some((analyte) => sought.includes(analyte.finding));

export const isCollected = (event: EventFacts): boolean => event.outcome === 'collected';

/**
 * Whether the event as a whole can be read: handed over, on a usable specimen, with every line read or something found that stands by itself.
 * What is still at the laboratory doesn't hide what was read at the desk; an event with nothing read yet isn't interpretable.
 */
export function isInterpretable(event: EventFacts): boolean {
  if (!isCollected(event) || event.validity === null || isNotValid(event.validity)) return false;
  if (has(event, ...adjustmentFindings, ...separateFindings)) return true;
  return has(event, 'as-expected', 'consistent-with-medication') && !has(event, 'not-interpretable');
}

/** Interpretable, nothing pending, and no analyte unexpected, missing, explained, carry-over, baseline or non-target. */
export const isAsExpected = (event: EventFacts): boolean =>
  isInterpretable(event) && !has(event, 'pending', 'unknown-drug', 'not-interpretable', ...adjustmentFindings, ...separateFindings);

/** Interpretable with no unprescribed analyte detected. Prescribed and not detected is negative; pending and carry-over are neither. */
export const isNegative = (event: EventFacts): boolean =>
  isInterpretable(event) &&
  !has(event, 'pending', 'unknown-drug', 'not-interpretable') &&
  !event.analytes.some((analyte) => isDetected(analyte.result) && analyte.finding !== 'consistent-with-medication');

/** A positive that nothing prescribed or agreed accounts for. A specimen that isn't valid is never one. */
export const hasUnexpected = (event: EventFacts): boolean => isInterpretable(event) && has(event, 'unexpected-positive');

export type EventReading =
  | Exclude<CollectionOutcome, 'collected'>
  | 'specimen-not-valid'
  | 'unexpected'
  | 'prescribed-not-detected'
  | 'explained'
  | 'carry-over'
  | 'baseline'
  | 'non-target'
  | 'pending'
  | 'not-interpretable'
  | 'as-expected';

/** Headings under which an answer is waited for: each opens an adjustment, or attaches to one. */
const readingsNeedingAnswer = ['unexpected', 'prescribed-not-detected', 'specimen-not-valid'] as const satisfies readonly EventReading[];

export const readingNeedsAnswer = (reading: EventReading): boolean => readingsNeedingAnswer.some((one) => one === reading);

/** The one heading under which an event is counted; the first that applies. */
export function eventReading(event: EventFacts): EventReading {
  if (event.outcome !== 'collected') return event.outcome;
  if (isNotValid(event.validity)) return 'specimen-not-valid';
  if (has(event, 'unexpected-positive')) return 'unexpected';
  for (const reading of ['prescribed-not-detected', 'explained', ...separateFindings, 'pending'] as const) {
    if (has(event, reading)) return reading;
  }
  if (has(event, 'unknown-drug')) return 'pending';
  if (isAsExpected(event)) return 'as-expected';
  return event.analytes.length === 0 ? 'pending' : 'not-interpretable';
}
