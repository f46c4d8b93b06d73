import type { QuestionAbout } from './questions.ts';

/** What a mapping leaves open, said of a column that is named beside it. */
export const questionWords: Readonly<Record<QuestionAbout, string>> = {
  order: 'No day in this column tells whether the month or the day comes first.',
  missing: 'This column is needed, and no column of the file looks like it.',
  unknown: 'There is no such column.',
};
