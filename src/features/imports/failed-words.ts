import type { ImportFailure } from '#domain/imports/imports.ts';
import { rowsWords } from './imports-words.ts';

const reasons: Readonly<Record<ImportFailure, string>> = {
  unexpected: 'Something went wrong in Cairn. If it stops again, tell whoever runs Cairn for you.',
  'too-slow': 'The database took too long.',
  'importer-left':
    'Whoever it was done for doesn’t work here any more. Try again in your own name; if the check stops again, bring the file yourself.',
  'kept-stopping': 'The server went away three times before it got further. If it stops again, tell whoever runs Cairn for you.',
};

export const failedWords = {
  title: { checking: 'The check stopped', importing: 'The import stopped' },
  reason: (because: ImportFailure) => reasons[because],
  isIn: (rows: number, of: number) =>
    rows === 0
      ? 'No row is in.'
      : `${rowsWords(rows)} of ${rowsWords(of)} ${rows === 1 ? 'is' : 'are'} in, and ${rows === 1 ? 'stays' : 'stay'} in.`,
  tryAgain: 'Try again',
  goesOn: 'It goes on where it stopped. No row goes in twice.',
};
