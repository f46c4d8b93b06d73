import type { CellProblem } from './problems.ts';

const problem = (message: string, fix: string): CellProblem => ({ message, fix });

const writeDay = 'Write it as year-month-day, for example 2026-03-09.';

/** What is said about a cell by itself. */
export const cellProblems = {
  needed: problem('This cell is needed and is empty.', 'Fill it in.'),
  formula: problem('The cell begins like a spreadsheet formula.', 'Begin it with a letter or a number, or leave it empty.'),
  control: problem('The cell holds characters that nobody can see.', 'Type it again by hand.'),
  tooLong: (most: number) =>
    problem(`The cell is longer than ${most} characters.`, 'Shorten it, or look for a quotation mark in the wrong place.'),
  scientific: problem(
    'The spreadsheet has turned this number into a power of ten.',
    'Format the column as text and enter it as it is on the chart.',
  ),
  code: problem('The cell may hold letters, digits and - . _ / only.', 'Copy it as the other system shows it, at most 60 characters.'),
  noSuchDay: problem('There is no such day.', writeDay),
  ambiguousDay: problem('The day can be read in more than one way.', writeDay),
  serialDay: problem("This is a spreadsheet's number for a day.", `Format the column as text or as yyyy-mm-dd. ${writeDay}`),
  notADay: problem('This is not a day.', writeDay),
  farDay: problem('The day is before 1900 or after 2100.', writeDay),
  notATime: problem('This is not a time of day.', 'Write it with 24 hours, for example 17:30.'),
  notANumber: (least: number, most: number) =>
    problem(`This is not a number from ${least} to ${most}.`, 'Write digits only, without a unit.'),
  notAWholeNumber: (least: number, most: number) =>
    problem(`This is not a whole number from ${least} to ${most}.`, 'Write digits only, without a unit.'),
  notYesOrNo: problem('This is neither yes nor no.', 'Write yes or no.'),
  word: (allowed: readonly string[]) => problem('Cairn knows no such word here.', `Use one of: ${allowed.join(', ')}.`),
  analyte: problem(
    'This is not a list of analyte codes.',
    'Write codes of up to 12 letters and digits with ; between them, for example AMP;BZO;COC.',
  ),
  analyteTwice: problem('An analyte is named twice.', 'Name each analyte once.'),
} as const;

/** What is said about a row as a whole. */
export const rowProblems = {
  cells: (found: number, needed: number) =>
    problem(
      `The row has ${found} cells and the header has ${needed}.`,
      'Look for a comma outside quotation marks, or a cell that was cut off.',
    ),
  twice: (line: number) => problem(`The same key is on line ${line} already.`, 'Keep one of the two rows.'),
  twoGroups: (line: number, first: string, second: string, when: string | null) =>
    problem(
      when === null
        ? `Line ${line} puts this client into ${first}, and this row into ${second}.`
        : `Line ${line} puts this client into ${first}, and this row into ${second}. The two meet at the same time, ${when}.`,
      when === null
        ? 'Leave one of the two rows out, and give the second place on the page of its group.'
        : 'Leave one of the two rows out: nobody can be in both.',
    ),
  disagrees: (line: number) =>
    problem(`The row says something else about the same record than line ${line}.`, 'Make the repeated columns of the two rows equal.'),
} as const;
