import { questionWords } from '#domain/imports/question-words.ts';
import type { QuestionAbout } from '#domain/imports/questions.ts';

/** The questions that a mapping leaves open, as its fields are refused with. */
export const matchingWords: Readonly<Record<QuestionAbout, (column: string, from: string) => string>> = {
  order: (_, from) => `No day in ${from} tells whether the month or the day comes first. Choose one.`,
  missing: (column) => `${column} is needed. Choose a column of the file, or write what holds for every row.`,
  unknown: (column, from) => `The file has no column ${from}, or Cairn has no column ${column}. Choose another.`,
  minutes: (_, from) => `${from}: ${questionWords.minutes}`,
  times: (_, from) => `${from}: ${questionWords.times}`,
  results: (_, from) => `${from}: ${questionWords.results} Look through them, and say so.`,
  'no-results': () => `${questionWords['no-results']} What is missing is never read as negative.`,
  moments: (_, from) => `${from}: ${questionWords.moments}`,
};
