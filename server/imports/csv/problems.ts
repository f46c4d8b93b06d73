/** What is wrong with a cell, and how to put it right. Neither sentence repeats the cell, so a report can be passed on. */
export type CellProblem = { readonly message: string; readonly fix: string };

/** A problem with its place. Row 1 is the header; line and row differ where a cell holds line breaks. Nulls stand for the whole row, or the whole file. */
export type RowProblem = CellProblem & {
  readonly file: string;
  readonly row: number | null;
  readonly line: number | null;
  readonly column: string | null;
};

/** Thrown where a file can't be read any further. */
export class UnreadableFile extends Error {
  readonly problem: Omit<RowProblem, 'file'>;

  constructor(problem: CellProblem, location: { readonly row?: number; readonly line?: number; readonly column?: string } = {}) {
    super(problem.message);
    this.problem = { ...problem, row: location.row ?? null, line: location.line ?? null, column: location.column ?? null };
  }
}
