import type { CellProblem, RowProblem } from './csv/problems.ts';

/** What is said about a file that can't be kept. */
export const uploadWords = {
  unreadable: ({ line, column, message, fix }: Omit<RowProblem, 'file'>): string =>
    [line === null || line <= 1 ? null : `Line ${line}.`, column === null ? null : `Column ${column}.`, message, fix]
      .filter(Boolean)
      .join(' '),
  column: (at: number): string => `Column ${at}`,
  reserved: { message: 'A column has a name that no column may have.', fix: 'Name it otherwise, or leave it out.' } satisfies CellProblem,
  tooManyRows: (most: number): CellProblem => ({
    message: `The file has more than ${most.toLocaleString('en')} rows.`,
    fix: 'Split it by date and import the parts one after another.',
  }),
};
