import { isKnownAnalyte, isOpioid, isStimulant, showsOpioidMedication } from '#domain/drug-screens/analytes.ts';
import { daysBetween, type Day } from '#domain/calendar/calendar.ts';
import { isDetected, type Finding, type Result } from '#domain/drug-screens/interpret.ts';

export const gapsInUse = ['jail', 'detox', 'residential', 'leave', 'negatives'] as const;
export type GapInUse = (typeof gapsInUse)[number];

export const naloxoneReasons = [
  'opioid-detected',
  'unknown-drug-detected',
  'tolerance-lost',
  'stimulant-detected',
  'opioid-medication-missing',
  'opioid-medication-stopped',
  'naltrexone-stopped',
  'leaving',
] as const;
export type NaloxoneReason = (typeof naloxoneReasons)[number];

export type OverdoseFacts = {
  readonly analytes: readonly { readonly analyte: string; readonly result: Result; readonly finding: Finding }[];
  /** A gap that ended before this collection; null where there was none. */
  readonly gap: GapInUse | null;
  readonly opioidMedicationStopped: boolean;
  readonly naltrexoneStopped: boolean;
  readonly leaving: boolean;
  /** Opioid or stimulant use on the client's record. */
  readonly usesOpioidsOrStimulants: boolean;
};

/**
 * Why naloxone and lost tolerance must be talked about now; empty where nothing asks for it.
 * Baseline, carry-over, agreed non-target and explained don't silence it: only a prescribed analyte that was found does.
 */
export function overdosePrompt(facts: OverdoseFacts): readonly NaloxoneReason[] {
  const detected = facts.analytes.filter(({ result, finding }) => isDetected(result) && finding !== 'consistent-with-medication');
  const opioid = detected.some(({ analyte }) => isOpioid(analyte));
  const missing = facts.analytes.some(({ analyte, finding }) => finding === 'prescribed-not-detected' && showsOpioidMedication(analyte));
  const requested: Readonly<Record<NaloxoneReason, boolean>> = {
    'opioid-detected': opioid,
    'unknown-drug-detected': detected.some(({ analyte }) => !isKnownAnalyte(analyte)),
    'tolerance-lost': opioid && facts.gap !== null,
    'stimulant-detected': detected.some(({ analyte }) => isStimulant(analyte)),
    'opioid-medication-missing': missing,
    'opioid-medication-stopped': facts.opioidMedicationStopped,
    'naltrexone-stopped': facts.naltrexoneStopped,
    leaving: facts.leaving && facts.usesOpioidsOrStimulants,
  };
  return naloxoneReasons.filter((reason) => requested[reason]);
}

/** Days from the first to the last of the negatives that run up to a day, 0 where the latest reading before it was a detection or there is none. */
export function negativeDaysBefore(on: Day, readings: readonly { readonly on: Day; readonly detected: boolean }[]): number {
  const past = readings.filter((reading) => reading.on < on).toSorted((a, b) => daysBetween(b.on, a.on));
  const run = past.slice(past.findLastIndex((reading) => reading.detected) + 1);
  return run[0] === undefined ? 0 : daysBetween(run[0].on, on);
}
