import { dayWithYear } from '#domain/calendar/words.ts';
import type { Day } from '#domain/calendar/calendar.ts';
import { analyteName } from './analytes.ts';
import type { LabAnswer, LabProblem, ReportDayProblem } from './lab-results.ts';

export const labAnswerNames: Readonly<Record<LabAnswer, string>> = {
  confirmed: 'confirmed',
  'not-confirmed': 'not confirmed',
  inconclusive: 'inconclusive',
};

/** What is wrong with a line of a report, and what to do about it. */
export function labProblemWords(problem: LabProblem, analyte: string): string {
  const name = analyteName(analyte);
  switch (problem) {
    case 'none-given':
      return 'Say of one analyte or more what the laboratory found.';
    case 'given-twice':
      return `The report has ${name} twice. Leave one of the two.`;
    case 'unknown-analyte':
      return `Nobody here knows ${analyte}. Write it by a name that is known, such as fentanyl, FEN or 6-MAM.`;
    case 'already-decided':
      return `The laboratory’s result for ${name} is recorded already. Correct the entry if it was wrong.`;
    case 'was-negative':
      return `The cup showed a line for ${name}, so there is nothing to confirm. Leave it out.`;
  }
  problem satisfies never;
}

export const reportDayWords: Readonly<Record<ReportDayProblem, (collectedOn: Day) => string>> = {
  'to-come': () => 'That day is still to come. Write the day of collection on the report.',
  'other-specimen': (on) => `This specimen was collected on ${dayWithYear(on)}. A report with another day belongs to another specimen.`,
};

export const labLineWords = {
  unit: 'Write the unit of the number, as ng/mL.',
} as const;
