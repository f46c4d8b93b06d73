import type { AnalyteFamily } from './analyte-vocabulary.ts';
import type { CodeProblem } from './code-answers.ts';

export const familyNames: Readonly<Record<AnalyteFamily, string>> = {
  opioid: 'an opioid',
  stimulant: 'a stimulant',
  sedative: 'a sedative',
  alcohol: 'alcohol',
  cannabinoid: 'a cannabinoid',
  other: 'something else',
};

/** The field at fault, and what to do about it. */
export const codeProblemWords: Readonly<Record<CodeProblem, readonly [field: 'drug' | 'family', message: string]>> = {
  'drug-unknown': ['family', 'No drug is known by this name. Correct the name, or say what it belongs to.'],
  'drug-known': ['family', 'This drug is known already. Leave out what it belongs to.'],
  'no-drug': ['drug', 'This measures the specimen and is no drug. Name the drug that the code stands for.'],
};

export const codeRefusals = {
  corrected: (code: string, is: string, was: string): string => `${code} is ${is}, not ${was}.`,
  same: (name: string): string => `It is ${name} already.`,
} as const;
