import { analyteCode } from './analytes.ts';
import type { CollectionOutcome, Result, Validity } from './interpret.ts';

/** Why a cup can't be read. The first says something about the cup and nothing about the specimen. */
export const notValidReasons = ['no-control-line', 'temperature', 'creatinine', 'oxidant', 'low-volume', 'leaked', 'other'] as const;
export type NotValidReason = (typeof notValidReasons)[number];

/** What the reader of a device says: nothing is read into it. A faint line is a line. */
export type CupReading = {
  readonly outcome: CollectionOutcome;
  /** Codes of the strips without a line. */
  readonly noLine: readonly string[];
  readonly notValid: NotValidReason | null;
  readonly temperatureInRange: boolean | null;
  /** The specimen goes to the laboratory unread. */
  readonly toLab: boolean;
};

/**
 * What the reading makes of the specimen, with its reason; null where nothing was handed over. Temperature out of 32 to 38 °C leaves
 * a specimen that can't stand for the client's, so its lines are kept and not interpreted (49 CFR 40; ASAM 2017). Unknown is not valid by default: it is not tested.
 */
export function validityOfCup(cup: CupReading): { readonly validity: Validity | null; readonly reason: NotValidReason | null } {
  if (cup.outcome !== 'collected') return { validity: null, reason: null };
  if (cup.notValid !== null) return { validity: cup.notValid === 'oxidant' ? 'adulterated' : 'invalid', reason: cup.notValid };
  if (cup.temperatureInRange === false) return { validity: 'invalid', reason: 'temperature' };
  return { validity: cup.temperatureInRange === null || cup.toLab ? 'not-tested' : 'valid', reason: null };
}

/** One result for each strip of the panel, under the code printed on it. No line is a presumptive positive; a cup that can't be read has no results, one at the laboratory has pending ones. */
export function resultsOfCup(cup: CupReading, panel: readonly string[]): readonly { readonly analyte: string; readonly result: Result }[] {
  if (cup.outcome !== 'collected' || cup.notValid !== null) return [];
  if (cup.toLab) return panel.map((analyte) => ({ analyte, result: 'pending' }));
  const noLine = new Set(cup.noLine.map(analyteCode));
  return panel.map((analyte) => ({ analyte, result: noLine.has(analyteCode(analyte)) ? 'presumptive-positive' : 'negative' }));
}

/** Whether the entry says that a cup was in the reader's hands: these must add up to the cups that were counted. */
export const impliesCup = ({ outcome }: Pick<CupReading, 'outcome'>): boolean => outcome === 'collected';
