import type { PlacedProblem, Problem } from '#domain/imports/problems.ts';

/** Thrown where a file can't be read any further. */
export class UnreadableFile extends Error {
  readonly problem: PlacedProblem;

  constructor(problem: Problem, location: { readonly row?: number; readonly line?: number; readonly column?: string } = {}) {
    super(problem.code);
    this.problem = { ...problem, row: location.row ?? null, line: location.line ?? null, column: location.column ?? null };
  }
}
