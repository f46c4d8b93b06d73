import type { Day } from '#domain/calendar/calendar.ts';
import { analyteCode, isKnownAnalyte } from './analytes.ts';
import type { Result } from './interpret.ts';

/** What a laboratory's report says of one analyte. */
export const labAnswers = ['confirmed', 'not-confirmed', 'inconclusive'] as const;
export type LabAnswer = (typeof labAnswers)[number];

/** Results that a laboratory can still decide: what the reader saw, what nobody has read, and what a report left open. */
export const undecidedResults = ['presumptive-positive', 'pending', 'inconclusive'] as const satisfies readonly Result[];

export const isUndecided = (result: Result): boolean => undecidedResults.some((one) => one === result);

/** One analyte of a specimen as it is recorded, under the name printed for it. */
type Recorded = { readonly analyte: string; readonly result: Result };

export type LabLine = { readonly analyte: string; readonly answer: LabAnswer };

export type LabProblem = 'none-given' | 'given-twice' | 'unknown-analyte' | 'already-decided' | 'was-negative';

/** What stands in the way of a report, with the line at fault; null where nothing does. */
export function labProblem(
  recorded: readonly Recorded[],
  lines: readonly LabLine[],
): { readonly problem: LabProblem; readonly index: number | null } | null {
  if (lines.length === 0) return { problem: 'none-given', index: null };
  const codes = lines.map(({ analyte }) => analyteCode(analyte));
  for (const [index, { analyte, answer }] of lines.entries()) {
    const code = codes[index] ?? '';
    if (codes.indexOf(code) !== index) return { problem: 'given-twice', index };
    const own = recorded.filter((one) => analyteCode(one.analyte) === code);
    if (own.length === 0) {
      if (!isKnownAnalyte(analyte)) return { problem: 'unknown-analyte', index };
      continue;
    }
    if (own.some(({ result }) => isUndecided(result))) continue;
    if (own.some(({ result }) => result === 'confirmed-positive' || result === 'not-confirmed'))
      return { problem: 'already-decided', index };
    // A line on the cup is no positive to be overturned; the laboratory may still have found what the cup missed.
    if (answer !== 'confirmed') return { problem: 'was-negative', index };
  }
  return null;
}

/**
 * What a report makes of a result; null is an analyte that only the laboratory looked for. Not confirmed overturns what a reader saw, and is a plain
 * negative where nobody had read anything. A number never changes it: no quantity is read as an amount used (program rule 1.8).
 */
export function resultByLab(before: Result | null, answer: LabAnswer): Result {
  switch (answer) {
    case 'confirmed':
      return 'confirmed-positive';
    case 'inconclusive':
      return 'inconclusive';
    case 'not-confirmed':
      return before === 'presumptive-positive' || before === 'inconclusive' ? 'not-confirmed' : 'negative';
  }
  answer satisfies never;
}

export type ReportDayProblem = 'to-come' | 'other-specimen';

/** Whether a report is about this specimen: the day that it was collected on is asked of the paper, as the second thing that must agree. */
export function reportDayProblem(saidOn: Day, collectedOn: Day, today: Day): ReportDayProblem | null {
  if (saidOn > today) return 'to-come';
  return saidOn === collectedOn ? null : 'other-specimen';
}
