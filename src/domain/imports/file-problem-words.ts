import { always, sentences, type ProblemWords } from './problem-sentences.ts';
import type { FileProblemFacts } from './problems.ts';

const saveAsCsv = 'In the spreadsheet, choose Save as, then "CSV UTF-8 (comma delimited)".';

/** What is said about a file that isn't a table of text, and about its header. */
export const fileProblemWords: ProblemWords<FileProblemFacts> = {
  'file-empty': always('The file is empty.', 'Export it again; the first row must name the columns.'),
  'header-only': always('The file has a header and no rows.', 'Export it again, or leave the file out.'),
  'file-is-zip': always('This is a spreadsheet or zip file, not CSV.', saveAsCsv),
  'file-is-old-spreadsheet': always('This is an old spreadsheet file, not CSV.', saveAsCsv),
  'file-is-pdf': always('This is a PDF, not CSV.', 'Export the table itself as CSV.'),
  'file-is-gzip': always('This is a compressed file, not CSV.', 'Unpack it first.'),
  'file-is-utf-16': always('The text is UTF-16.', 'Save as UTF-8.'),
  'file-not-utf-8': always('The text is not UTF-8.', 'Save as UTF-8.'),
  'file-is-binary': always('This is not a text file.', 'Export the table itself as CSV.'),
  'file-too-large': ({ megabytes }) =>
    sentences(`The file is larger than ${megabytes} MB.`, 'Split it by date and import the parts one after another.'),
  'misplaced-quote': always(
    'A quotation mark opens or closes in the wrong place.',
    'Put a cell that holds quotation marks between quotation marks, and write each inner one twice.',
  ),
  'row-too-long': always('A row is longer than 64,000 characters.', 'Look for a quotation mark that is never closed.'),
  'too-many-rows': ({ most }) =>
    sentences(`The file has more than ${most.toLocaleString('en')} rows.`, 'Split it by date and import the parts one after another.'),
  'column-reserved': always('A column has a name that no column may have.', 'Name it otherwise, or leave it out.'),
  'column-unknown': ({ allowed }) =>
    sentences('Cairn knows no such column in this kind of file.', `Leave it out, or use one of: ${allowed.join(', ')}.`),
  'column-twice': always('Two columns have this name.', 'Keep one of them.'),
  'column-nameless': always('A column has no name.', 'Name it, or leave it out.'),
  'column-missing': always(
    'This column is needed and is not there.',
    'Add it. `cairn import --columns` lists the columns of every kind of file.',
  ),
  'no-such-kind': ({ kinds }) =>
    sentences(
      'The columns belong to no kind of file that Cairn reads.',
      `Kinds are told apart by their columns: ${kinds.map(({ name, sign }) => `${name} by ${sign}`).join('; ')}.`,
    ),
  'too-many-columns': ({ most }) =>
    sentences(`There are more than ${most} columns.`, 'Export only the columns that `cairn import --columns` lists.'),
};
