import type { ChartNumberProblem } from './chart-numbers.ts';

/** What is wrong with a chart number, and the fix. */
export const chartNumberMessages: Readonly<Record<ChartNumberProblem, string>> = {
  empty: 'Give the chart a number.',
  'too-long': 'Use at most 40 characters.',
  'power-of-ten': 'A spreadsheet has turned this number into a power of ten. Write it out in full, as 100000.',
  signs: 'Use letters, digits, spaces and - . _ / only, with a letter or a digit first.',
};

/** What else may be wrong in a record, and the fix. */
export const recordMessages = {
  taken: 'Another chart has this number. Open that chart, or use another number.',
  takenOutOfReach: 'A chart that you can’t open has this number. Use another, or ask the director.',
  notYetBorn: 'A birth date can’t be in the future. Check the year.',
  formula: 'Begin with a letter. Spreadsheets would run this as a formula.',
  unseen: 'This holds a character that can’t be seen. Type it again.',
  whose: 'Say whose this is: their name.',
  phone: 'Write a phone number with its digits, for example 312 555 0142.',
  email: 'Write an e-mail address, for example sam@example.org.',
  identifierTaken: 'Another chart has this number of that system. Look for a double chart.',
  identifierTwice: 'This is here twice. Leave one out.',
  noProgram: 'You don’t work in this program. Choose one of yours.',
  nothing: 'Change something before saving.',
} as const;
