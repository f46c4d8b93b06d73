import type { CellProblem } from './problems.ts';

const problem = (message: string, fix: string): CellProblem => ({ message, fix });

const saveAsCsv = 'In the spreadsheet, choose Save as, then "CSV UTF-8 (comma delimited)".';

/** What is said about a file that isn't a table of text. */
export const fileProblems = {
  empty: problem('The file is empty.', 'Export it again; the first row must name the columns.'),
  headerOnly: problem('The file has a header and no rows.', 'Export it again, or leave the file out.'),
  zip: problem('This is a spreadsheet or zip file, not CSV.', saveAsCsv),
  oldSpreadsheet: problem('This is an old spreadsheet file, not CSV.', saveAsCsv),
  pdf: problem('This is a PDF, not CSV.', 'Export the table itself as CSV.'),
  gzip: problem('This is a compressed file, not CSV.', 'Unpack it first.'),
  utf16: problem('The text is UTF-16.', 'Save as UTF-8.'),
  notUtf8: problem('The text is not UTF-8.', 'Save as UTF-8.'),
  binary: problem('This is not a text file.', 'Export the table itself as CSV.'),
  tooLarge: (megabytes: number) =>
    problem(`The file is larger than ${megabytes} MB.`, 'Split it by date and import the parts one after another.'),
  quote: problem(
    'A quotation mark opens or closes in the wrong place.',
    'Put a cell that holds quotation marks between quotation marks, and write each inner one twice.',
  ),
  rowTooLong: problem('A row is longer than 64,000 characters.', 'Look for a quotation mark that is never closed.'),
} as const;

/** What is said about a header. */
export const headerProblems = {
  unknown: (allowed: readonly string[]) =>
    problem('Cairn knows no such column in this kind of file.', `Leave it out, or use one of: ${allowed.join(', ')}.`),
  twice: problem('Two columns have this name.', 'Keep one of them.'),
  nameless: problem('A column has no name.', 'Name it, or leave it out.'),
  missing: problem('This column is needed and is not there.', 'Add it. `cairn import --columns` lists the columns of every kind of file.'),
  noKind: (kinds: readonly string[]) =>
    problem('The columns belong to no kind of file that Cairn reads.', `Kinds are told apart by their columns: ${kinds.join('; ')}.`),
  tooMany: (most: number) =>
    problem(`There are more than ${most} columns.`, 'Export only the columns that `cairn import --columns` lists.'),
} as const;
