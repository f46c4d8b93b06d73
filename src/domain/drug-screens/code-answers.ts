import type { AnalyteFamily } from './analyte-vocabulary.ts';
import { analyteOf, isValidityMeasure, ownAnalyte } from './analytes.ts';

const codeProblems = ['drug-unknown', 'drug-known', 'no-drug'] as const;
export type CodeProblem = (typeof codeProblems)[number];

/**
 * The analyte that an answer names (program rule 1.10): one that is known, by any of its names, or one of the program's own with its family. A name
 * that nobody knows needs a family; one that is known can't be put into another; what measures the specimen is no drug.
 */
export function analyteAnswered(
  drug: string,
  family: AnalyteFamily | undefined,
): { readonly analyte: string } | { readonly problem: CodeProblem } {
  if (isValidityMeasure(drug)) return { problem: 'no-drug' };
  const known = analyteOf(drug);
  if (known !== null) return family === undefined ? { analyte: known } : { problem: 'drug-known' };
  return family === undefined ? { problem: 'drug-unknown' } : { analyte: ownAnalyte(drug, family) };
}
