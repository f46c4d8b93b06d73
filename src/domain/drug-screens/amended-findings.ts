import { isAdjustmentFinding, type Finding } from './interpret.ts';

type Findings = Readonly<Record<string, Finding>>;

/** What an amended screen asks of the team beside what an adjustment already answers: findings that no answer is needed for are kept as they are. */
export const findingsUnanswered = (findings: Findings, isAnswered: (analyte: string) => boolean): Findings =>
  Object.fromEntries(Object.entries(findings).filter(([analyte, finding]) => !isAdjustmentFinding(finding) || !isAnswered(analyte)));

/** What an amended screen says that it didn't before. A screen of another client says everything anew. */
export const findingsNew = (findings: Findings, before: Readonly<Record<string, string>>, otherClient: boolean): Findings =>
  Object.fromEntries(Object.entries(findings).filter(([analyte, finding]) => otherClient || before[analyte] !== finding));
