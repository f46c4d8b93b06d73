import type { RecordFault } from './record-problems.ts';

/** What is wrong with a field of a record, and the fix. */
export const recordFaults: Readonly<Record<RecordFault, string>> = {
  formula: 'Begin with a letter. Spreadsheets would run this as a formula.',
  unseen: 'This holds a character that can’t be seen. Type it again.',
  nameless: 'Write a name. Where somebody has one name, one of the two is enough.',
  notYetBorn: 'A birth date can’t be in the future. Check the year.',
  whose: 'Say whose this is: their name.',
  phone: 'Write a phone number with its digits, for example 312 555 0142.',
  email: 'Write an e-mail address, for example sam@example.org.',
  identifierTwice: 'This is here twice. Leave one out.',
  'number-empty': 'Give the chart a number.',
  'number-too-long': 'Use at most 40 characters.',
  'number-power-of-ten': 'A spreadsheet has turned this number into a power of ten. Write it out in full, as 100000.',
  'number-signs': 'Use letters, digits, spaces and - . _ / only, with a letter or a digit first.',
};

/** What else may be wrong in a record, and the fix. */
export const recordMessages = {
  taken: 'Another chart has this number. Open that chart, or use another number.',
  takenOutOfReach: 'A chart that you can’t open has this number. Use another, or ask the director.',
  identifierTaken: 'Another chart has this number of that system. Look for a duplicate chart.',
  noProgram: 'You don’t work in this program. Choose one of yours.',
  nothing: 'Change something before saving.',
} as const;
