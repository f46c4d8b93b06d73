import type { EventFacts } from './event-reading.ts';
import { isAdjustmentFinding, isNotValid, type AnalyteReading, type Finding, type MarkCode, type Response } from './interpret.ts';

/** Until an answer is on record, an unexpected finding waits for the team. */
function unexpectedMark(response: Response | null): MarkCode {
  switch (response) {
    case null:
    case 'due':
      return 'U!';
    case 'plan-adjusted':
      return 'U+';
    case 'outcome-recorded':
    case 'history':
      return 'U';
    case 'explained':
      return 'U=';
  }
  response satisfies never;
}

function notDetectedMark(response: Response | null): MarkCode {
  switch (response) {
    case null:
    case 'due':
      return 'N!';
    case 'plan-adjusted':
      return 'N+';
    case 'outcome-recorded':
    case 'explained':
    case 'history':
      return 'N';
  }
  response satisfies never;
}

/** The mark of one analyte: the shape says what was found, its fill whether the team has answered. */
export function markOf(finding: Finding, response: Response | null): MarkCode {
  switch (finding) {
    case 'as-expected':
      return 'E';
    case 'consistent-with-medication':
      return 'R';
    case 'unexpected-positive':
      return unexpectedMark(response);
    case 'prescribed-not-detected':
      return notDetectedMark(response);
    case 'explained':
      return 'U=';
    case 'pending':
    case 'unknown-drug':
      return 'P';
    case 'not-interpretable':
      return 'V';
    case 'carry-over':
      return 'C';
    case 'baseline':
    case 'non-target':
      return 'I';
    case 'not-on-panel':
      return '_';
  }
  finding satisfies never;
}

const precedence: readonly MarkCode[] = ['U!', 'N!', 'U+', 'N+', 'U', 'N', 'U=', 'P', 'V', 'C', 'I', 'E', 'R'];

/** The one mark of a collection event; it takes the first that applies, so that what waits for us is never hidden. */
export function eventMark(event: EventFacts, response: Response | null): MarkCode {
  switch (event.outcome) {
    case 'not-collected':
      return 'O';
    case 'declined':
      return 'D';
    case 'unable':
      return 'B';
    case 'excused':
      return 'X';
    case 'cancelled-by-program':
      return 'K';
    case 'collected': {
      if (isNotValid(event.validity)) return 'V';
      const marks = event.analytes.map((analyte) => markOf(analyte.finding, response));
      return precedence.find((mark) => marks.includes(mark)) ?? 'P';
    }
  }
  event.outcome satisfies never;
}

/** Whether the diamond rests on a positive that no laboratory has confirmed. */
export const isPresumptive = (analytes: readonly Pick<AnalyteReading, 'result' | 'finding'>[]): boolean =>
  analytes.some(({ result, finding }) => result === 'presumptive-positive' && isAdjustmentFinding(finding));
