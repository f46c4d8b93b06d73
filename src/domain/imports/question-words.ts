import type { QuestionAbout } from './questions.ts';

/** What a mapping leaves open, said of a column that is named beside it. */
export const questionWords: Readonly<Record<QuestionAbout, string>> = {
  order: 'No day in this column tells whether the month or the day comes first.',
  missing: 'This column is needed, and no column of the file looks like it.',
  unknown: 'There is no such column.',
  minutes: 'Are these the minutes that each person was there, or the length of the session?',
  times: 'Are these the times when each person came and left, or those of the session?',
  'no-results': 'No column says what was detected.',
  results: 'Nobody has confirmed what the laboratory means by its words.',
  moments: 'Its moments are midnight in another time zone. Is the day meant as it is written, or on the clinic’s clock?',
};
