import { always, sentences, type ProblemWords } from './problem-sentences.ts';
import { questionWords } from './question-words.ts';
import { answersTo, type QuestionAbout } from './questions.ts';
import type { FileProblemFacts } from './problems.ts';

const withResults = 'Export the file with its results: what is missing is never read as negative.';
const otherwise = 'Bring the file in under Imports in the browser, where its columns are matched.';
const saveAsCsv = 'In the spreadsheet, choose Save as, then "Excel Workbook (.xlsx)" or "CSV UTF-8 (comma delimited)".';

function answeredBy(about: QuestionAbout): string {
  if (about === 'no-results') return withResults;
  const answers = answersTo[about];
  return answers.length === 0 ? otherwise : `Say which with --answer "COLUMN=${answers.join(' or ')}".`;
}

/** What is said about a file that isn't a table of text, and about its header. */
export const fileProblemWords: ProblemWords<FileProblemFacts> = {
  'file-empty': always('The file is empty.', 'Export it again; the first row must name the columns.'),
  'header-only': always('The file has a header and no rows.', 'Export it again, or leave the file out.'),
  'file-is-zip': always('This is a zip file that is no Excel workbook (.xlsx).', saveAsCsv),
  'file-is-old-spreadsheet': always('This is a spreadsheet of the old kind (.xls), or one with a password.', saveAsCsv),
  'sheet-empty': always('The first sheet of the workbook is empty.', 'Move the sheet with the table to the front.'),
  'sheet-too-large': ({ megabytes }) =>
    sentences(`The workbook unpacks to more than ${megabytes} MB.`, `Split it by date, or save the sheet as CSV. ${saveAsCsv}`),
  'file-is-pdf': always('This is a PDF, not CSV.', 'Export the table itself as CSV.'),
  'file-is-gzip': always('This is a compressed file, not CSV.', 'Unpack it first.'),
  'file-is-utf-16': always('The text is UTF-16.', 'Save as UTF-8.'),
  'file-not-utf-8': always('The text is neither UTF-8 nor Windows-1252 throughout.', 'Save as UTF-8.'),
  'file-is-binary': always('This is not a text file.', 'Export the table itself as CSV.'),
  'file-too-large': ({ megabytes }) =>
    sentences(`The file is larger than ${megabytes} MB.`, 'Split it by date and import the parts one after another.'),
  'misplaced-quote': always(
    'A quotation mark opens or closes in the wrong place.',
    'Put a cell that holds quotation marks between quotation marks, and write each inner one twice.',
  ),
  'names-in-two-lines': always(
    'The names of the columns are parted over this line and the next.',
    'Write each name in one cell of one line, and take the other line out.',
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
  'open-question': ({ about }) => sentences(questionWords[about], answeredBy(about)),
  'too-many-columns': ({ most }) =>
    sentences(`There are more than ${most} columns.`, 'Export only the columns that `cairn import --columns` lists.'),
};
