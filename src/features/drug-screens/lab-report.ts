import type { WaitingSpecimen } from '#contract/drug-screens-lab.ts';
import { analyteName } from '#domain/drug-screens/analytes.ts';
import type { LabAnswer } from '#domain/drug-screens/lab-results.ts';

/** One line of a report as it is typed. Nothing is chosen for the person. */
export type ReportLine = {
  readonly analyte: string;
  readonly name: string;
  readonly answer: LabAnswer | null;
  readonly value: string;
  readonly unit: string;
  readonly cutoff: string;
};

const blank = { answer: null, value: '', unit: 'ng/mL', cutoff: '' } as const;

export const linesOf = ({ analytes }: WaitingSpecimen): readonly ReportLine[] =>
  analytes.map(({ analyte, name }) => ({ analyte, name, ...blank }));

export const lineFor = (analyte: string): ReportLine => ({ analyte, name: analyteName(analyte), ...blank });

const numberTyped = (typed: string): number => Number(typed.replace(',', '.'));

/** What is sent: the lines that the report holds, with a number only where one was typed. What is no number is sent as it is, so that the server names it. */
export const linesSent = (lines: readonly ReportLine[]) =>
  lines.flatMap(({ analyte, answer, value, unit, cutoff }) =>
    answer === null
      ? []
      : [
          {
            analyte,
            answer,
            ...(value.trim() === '' ? {} : { value: numberTyped(value), ...(unit.trim() === '' ? {} : { unit: unit.trim() }) }),
            ...(cutoff.trim() === '' ? {} : { cutoff: numberTyped(cutoff) }),
          },
        ],
  );

const keys: Readonly<Record<string, LabAnswer>> = { c: 'confirmed', n: 'not-confirmed', i: 'inconclusive' };

/** What a key says of the analyte that has the keyboard; null for every other key. */
export const answerOfKey = (key: string): LabAnswer | null => keys[key.toLowerCase()] ?? null;
