import { analyteCode, isValidityMeasure } from '#domain/drug-screens/analytes.ts';
import type { CollectionOutcome, Result, Validity } from '#domain/drug-screens/interpret.ts';
import { validityOf, type ValidityReadings } from '#domain/drug-screens/specimen-validity.ts';

/** What a laboratory's word in a column of results means. */
export const resultMeanings = [
  'detected',
  'not-detected',
  'confirmed',
  'not-confirmed',
  'pending',
  'inconclusive',
  'not-tested',
  'declined',
  'unable',
  'not-collected',
] as const;
export type ResultMeaning = (typeof resultMeanings)[number];

/** One row of a report with one row an analyte, its words read. */
export type AnalyteRow = {
  readonly test: string;
  /** The cell as the laboratory wrote it. */
  readonly written: string;
  /** Null for a number, and for a word that has no meaning yet. */
  readonly meaning: ResultMeaning | null;
  readonly flag: boolean | null;
  readonly confirmation: 'pending' | 'confirmed' | 'not-confirmed' | null;
};

export type ResultProblem =
  | 'result-unknown'
  | 'detected-or-not'
  | 'result-contradicts'
  | 'two-results'
  | 'refused-with-results'
  | 'validity-open';

/** What a person has to look at, and the test that it is about; null for the specimen itself. */
export type OpenSpecimen = { readonly problem: ResultProblem; readonly test: string | null };

/** A specimen that was gathered from its rows; or why a person has to look at it. */
export type GatheredSpecimen = {
  readonly outcome: CollectionOutcome;
  readonly results: ReadonlyMap<string, Result>;
  readonly validity: Validity | null;
  readonly validityBecause: 'low-creatinine-no-gravity' | null;
};

const below = /^(?:<|≤|<=|less than|below)\s*\d/i;
const quantity = /^(?:[>≥]=?\s*)?\d+(?:[.,]\d+)*\s*(?:[a-zµμ]+\/[a-z0-9 .]+|%|$)/i;

/** Whether a cell of results is a number, with its unit or below a limit: such cells are read one by one, and explained by nobody. '1 on 1' is words. */
export const isQuantity = (cell: string): boolean => below.test(cell.trim()) || quantity.test(cell.trim());

/** Words that say that there is no specimen: what came of its collection. */
const notGiven = new Map<ResultMeaning | null, CollectionOutcome>([
  ['declined', 'declined'],
  ['unable', 'unable'],
  ['not-collected', 'not-collected'],
]);

/** What a word says by itself: found, not found, or neither. */
const foundByWord = new Map<ResultMeaning | null, boolean>([
  ['detected', true],
  ['confirmed', true],
  ['not-detected', false],
  ['not-confirmed', false],
]);

/** What one row says of its analyte: its result, null where it wasn't tested, or what is wrong. A quantity is never read as an amount used. */
function resultOf({ written, meaning, flag, confirmation }: AnalyteRow): Result | null | ResultProblem {
  if (meaning === 'not-tested') return null;
  if (meaning === 'pending' && flag !== true) return 'pending';
  if (meaning === 'inconclusive') return 'inconclusive';
  if (meaning === null && written.trim() !== '' && !isQuantity(written)) return 'result-unknown';
  const byWord = foundByWord.get(meaning) ?? (below.test(written.trim()) ? false : null);
  const detected = byWord ?? flag;
  if (detected === null) return 'detected-or-not';
  if (byWord !== null && flag !== null && byWord !== flag && meaning !== 'not-confirmed') return 'result-contradicts';
  if (meaning === 'not-confirmed' || (detected && confirmation === 'not-confirmed')) return 'not-confirmed';
  if (!detected) return 'negative';
  return meaning === 'confirmed' || confirmation === 'confirmed' ? 'confirmed-positive' : 'presumptive-positive';
}

const problems: readonly ResultProblem[] = [
  'result-unknown',
  'detected-or-not',
  'result-contradicts',
  'two-results',
  'refused-with-results',
  'validity-open',
];
const isProblem = (found: Result | ResultProblem): found is ResultProblem => problems.some((problem) => problem === found);

/** A confirmation follows its screen; everything else that differs is two results. */
function togetherOf(one: Result, other: Result): Result | 'two-results' {
  if (one === other) return one;
  const both = [one, other];
  const last = both.find((result) => result === 'confirmed-positive' || result === 'not-confirmed');
  return last !== undefined && both.includes('presumptive-positive') ? last : 'two-results';
}

/**
 * Gathers the rows of one specimen (program rule: three facts, never one). A refusal is the collection's outcome and no result, whatever else the word
 * says. Creatinine, gravity and their like say what the specimen is worth and are no drug. What a person said of it (`given`) wins; where the
 * laboratory said something else (`reported`) than its measures do, a person looks. What can't be told is a problem, with the test that it is about,
 * and never a negative.
 */
export function gatherSpecimen(
  rows: readonly AnalyteRow[],
  { given = null, reported = null }: { readonly given?: Validity | null; readonly reported?: Validity | null } = {},
): GatheredSpecimen | OpenSpecimen {
  const [refusal] = rows.flatMap(({ meaning }) => notGiven.get(meaning) ?? []);
  const measures = rows.filter(({ test, meaning }) => isValidityMeasure(test) && meaning !== 'not-tested');
  const drugs = rows.filter(({ test, meaning }) => !isValidityMeasure(test) && !notGiven.has(meaning));
  if (refusal !== undefined)
    return drugs.some(({ meaning }) => meaning !== 'not-tested')
      ? { problem: 'refused-with-results', test: rows.find(({ meaning }) => notGiven.has(meaning))?.test ?? null }
      : { outcome: refusal, results: new Map(), validity: null, validityBecause: null };
  const results = new Map<string, Result>();
  for (const row of drugs) {
    const found = resultOf(row);
    if (found === null) continue;
    if (isProblem(found)) return { problem: found, test: row.test };
    const code = analyteCode(row.test);
    const earlier = results.get(code);
    const together = earlier === undefined ? found : togetherOf(earlier, found);
    if (together === 'two-results') return { problem: together, test: row.test };
    results.set(code, together);
  }
  const readings = readingsOf(measures);
  const read = given !== null ? { validity: given, because: null } : readings === null ? null : validityOf(readings);
  const isOther = given === null && measures.length > 0 && reported !== null && reported !== 'not-tested' && reported !== read?.validity;
  if (read === null || isOther) return { problem: 'validity-open', test: null };
  return {
    outcome: 'collected',
    results,
    validity: measures.length === 0 ? (given ?? reported) : read.validity,
    validityBecause: read.because,
  };
}

const named = (test: string, pattern: RegExp): boolean => pattern.test(test.toLowerCase().replaceAll(/[^a-z]/g, ''));

/** The number of a measure; null where it has none, or a unit that would make another number of it. */
function numberOf(cell: string, units: RegExp): number | null {
  const [, value, unit = ''] = /^\s*(\d+(?:\.\d+)?)\s*(.*)$/.exec(cell) ?? [];
  return value !== undefined && units.test(unit.trim().toLowerCase()) ? Number(value) : null;
}

/** The measures of a specimen; null where one of them can't be read. */
function readingsOf(rows: readonly AnalyteRow[]): ValidityReadings | null {
  let readings: ValidityReadings = { creatinine: null, gravity: null, ph: null, foreign: null };
  for (const { test, written, meaning } of rows) {
    if (named(test, /creat/)) {
      const creatinine = numberOf(written, /^(?:mg\/dl)?$/);
      if (creatinine === null) return null;
      readings = { ...readings, creatinine };
    } else if (named(test, /gravity|^sg$|spgr/)) {
      const gravity = numberOf(written, /^$/);
      if (gravity === null) return null;
      readings = { ...readings, gravity };
    } else if (named(test, /^ph/)) {
      const ph = numberOf(written, /^$/);
      if (ph === null) return null;
      readings = { ...readings, ph };
    } else if (named(test, /temp/)) continue;
    else if (meaning === 'not-detected') readings = { ...readings, foreign: readings.foreign ?? false };
    else return null;
  }
  return readings;
}
