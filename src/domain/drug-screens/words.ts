import { analyteName } from './analytes.ts';
import type { StripCounts } from './counts.ts';
import type { EventReading } from './event-reading.ts';
import type { CollectionOutcome, Finding, MarkCode, Response, Result } from './interpret.ts';

/** What each mark is called, for the legend, the table and the screen reader. */
export const markNames: Readonly<Record<MarkCode, string>> = {
  E: 'as expected',
  'U!': 'unexpected, response due',
  'U+': 'unexpected, plan adjusted',
  U: 'unexpected, outcome recorded or imported',
  'U=': 'unexpected, explained',
  'N!': 'prescribed, not detected, response due',
  'N+': 'prescribed, not detected, plan adjusted',
  N: 'prescribed, not detected, recorded or imported',
  P: 'sent to lab, pending',
  O: 'scheduled, not collected',
  D: 'declined',
  V: 'specimen not valid',
  B: 'tried, unable',
  K: 'cancelled by the program',
  C: 'consistent with carry-over, set by a clinician',
  I: 'detected at baseline, or agreed not a treatment target',
  R: 'consistent with medication',
  X: 'excused',
  _: 'not scheduled',
};

/** 'unexpected, explained: cough medicine'; the reason is said where the mark has one. */
export const spokenMark = (mark: MarkCode, reason: string | null): string =>
  reason !== null && (mark === 'U=' || mark === 'V') ? `${markNames[mark]}: ${reason}` : markNames[mark];

export const responseNames: Readonly<Record<Response, string>> = {
  due: 'response due',
  'plan-adjusted': 'plan adjusted',
  'outcome-recorded': 'outcome recorded',
  explained: 'explained',
  history: 'imported, nothing owed here',
};

export const outcomeNames: Readonly<Record<CollectionOutcome, string>> = {
  collected: 'collected',
  'not-collected': 'not collected',
  declined: 'declined',
  unable: 'unable',
  excused: 'excused',
  'cancelled-by-program': 'cancelled by us',
};

export const resultNames: Readonly<Record<Result, string>> = {
  negative: 'not detected',
  'presumptive-positive': 'detected, presumptive',
  'confirmed-positive': 'detected, confirmed',
  'not-confirmed': 'not confirmed by the laboratory',
  inconclusive: 'inconclusive',
  pending: 'at the laboratory, pending',
};

export const findingNames: Readonly<Record<Finding, string>> = {
  'as-expected': 'as expected',
  'consistent-with-medication': 'consistent with medication',
  'unexpected-positive': 'unexpected',
  'prescribed-not-detected': 'prescribed, not detected',
  pending: 'pending',
  'unknown-drug': 'detected: which drug is this?',
  'not-interpretable': 'not interpretable',
  baseline: 'detected at baseline',
  'carry-over': 'consistent with carry-over',
  'non-target': 'detected, agreed not a treatment target',
  explained: 'explained',
  'not-on-panel': 'not on this panel',
};

export const readingNames: Readonly<Record<EventReading, string>> = {
  ...outcomeNames,
  'specimen-not-valid': 'specimen not valid',
  unexpected: 'unexpected',
  'prescribed-not-detected': 'prescribed, not detected',
  explained: 'explained',
  'carry-over': 'carry-over',
  baseline: 'baseline',
  'non-target': 'not a treatment target',
  pending: 'pending',
  'not-interpretable': 'not interpretable',
  'as-expected': 'as expected',
};

const others = (counts: StripCounts): string[] => counts.others.map(({ reading, count }) => `${count} ${readingNames[reading]}`);

/** '5 of 6 interpretable as expected; 1 not collected; 1 excused' */
export const stripSentence = (counts: StripCounts): string =>
  counts.interpretable === 0 && counts.others.length === 0
    ? 'No screens yet'
    : [`${counts.asExpected} of ${counts.interpretable} interpretable as expected`, ...others(counts)].join('; ');

/** The two lines under a strip: '5 of 5 as expected' and '1 excused, 2 not collected'. */
export const stripLines = (counts: StripCounts): readonly [string, string | null] => [
  counts.interpretable === 0
    ? counts.others.length === 0
      ? 'no screens yet'
      : 'none interpretable'
    : `${counts.asExpected} of ${counts.interpretable} as expected`,
  counts.others.length === 0 ? null : others(counts).join(', '),
];

/** 'cocaine and fentanyl', with names people say. */
export function analyteList(codes: readonly string[]): string {
  const names = [...new Set(codes)].map(analyteName);
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}
