import { problemWords } from '#domain/imports/problem-words.ts';
import type { PlacedProblem } from '#domain/imports/problems.ts';

/** What is said about a file that can't be kept. */
export const uploadWords = {
  unreadable: (problem: PlacedProblem): string => {
    const { line, column } = problem;
    const { message, fix } = problemWords(problem);
    return [line === null || line <= 1 ? null : `Line ${line}.`, column === null ? null : `Column ${column}.`, message, fix]
      .filter(Boolean)
      .join(' ');
  },
  column: (at: number): string => `Column ${at}`,
};
