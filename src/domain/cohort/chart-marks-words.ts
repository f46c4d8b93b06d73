import { dayMonth } from '#domain/calendar/words.ts';
import type { MarkProblem } from './chart-marks.ts';

/** What is wrong with the week of a mark, and what puts it right. */
export function markProblemWords(problem: MarkProblem): string {
  switch (problem.kind) {
    case 'not-a-monday':
      return `A week is named by its Monday. Write ${dayMonth(problem.monday)}.`;
    case 'not-closed':
      return 'That week isn’t over. Choose one that is.';
    case 'outside-signal':
      return `The signal says nothing of that week. Choose one of its weeks: ${problem.weeks.map(dayMonth).join(', ')}.`;
  }
  problem satisfies never;
}
