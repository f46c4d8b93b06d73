import { always, sentences, type ProblemWords } from './problem-sentences.ts';
import type { CellProblemFacts } from './problems.ts';

const writeDay = 'Write it as year-month-day, for example 2026-03-09.';

/** What is said about a cell by itself. */
export const cellProblemWords: ProblemWords<CellProblemFacts> = {
  'cell-empty': always('This cell is needed and is empty.', 'Fill it in.'),
  'cell-formula': always('The cell begins like a spreadsheet formula.', 'Begin it with a letter or a number, or leave it empty.'),
  'spreadsheet-error': always(
    'A formula of the spreadsheet went wrong in this cell, or the cell was too narrow to be written.',
    'Put it right in the spreadsheet, or type what belongs here.',
  ),
  'unseen-characters': always('The cell holds characters that nobody can see.', 'Type it again by hand.'),
  'cell-too-long': ({ most }) =>
    sentences(`The cell is longer than ${most} characters.`, 'Shorten it, or look for a quotation mark in the wrong place.'),
  'power-of-ten': always(
    'The spreadsheet has turned this number into a power of ten.',
    'Format the column as text and enter it as it is on the chart.',
  ),
  'number-is-day': always(
    'A spreadsheet took this chart number for a day.',
    'Format the column as text and enter it as it is on the chart, or type it here.',
  ),
  'number-is-placeholder': always('This stands for a chart number that nobody had.', 'Enter the number as it is on the chart.'),
  'not-a-code': always(
    'The cell may hold letters, digits and - . _ / only.',
    'Copy it as the other system shows it, at most 60 characters.',
  ),
  'no-such-day': always('There is no such day.', writeDay),
  'ambiguous-day': always('The day can be read in more than one way.', writeDay),
  'serial-day': always("This is a spreadsheet's number for a day.", `Format the column as text or as yyyy-mm-dd. ${writeDay}`),
  'not-a-day': always('This is not a day.', writeDay),
  'far-day': always('The day is before 1900 or after 2100.', writeDay),
  'not-a-time': always('This is not a time of day.', 'Write it with 24 hours, for example 17:30.'),
  'midnight-elsewhere': always(
    'This is midnight in another time zone, and another day on the clinic’s clock.',
    'Say which day is meant; for the whole column, match the columns again.',
  ),
  'not-a-number': ({ least, most }) => sentences(`This is not a number from ${least} to ${most}.`, 'Write digits only, without a unit.'),
  'not-a-whole-number': ({ least, most }) =>
    sentences(`This is not a whole number from ${least} to ${most}.`, 'Write digits only, without a unit.'),
  'not-yes-or-no': always('This is neither yes nor no.', 'Write yes or no.'),
  'unknown-word': ({ allowed }) => sentences('Cairn knows no such word here.', `Use one of: ${allowed.join(', ')}.`),
  'not-analyte-codes': always(
    'This is not a list of analyte codes.',
    'Write codes of up to 12 letters and digits with ; between them, for example AMP;BZO;COC.',
  ),
  'analyte-twice': always('An analyte is named twice.', 'Name each analyte once.'),
};
