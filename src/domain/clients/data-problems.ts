/** What may be wrong with the data of a chart, and is mended by a person, in the order in which it is shown. */
export const dataProblems = [
  'duplicate',
  'birth-in-future',
  'overlapping',
  'unserved',
  'no-therapist',
  'no-group',
  'no-hours',
  'no-birth-date',
  'no-episode',
] as const;
export type DataProblem = (typeof dataProblems)[number];

/** Those that are of one chart. */
export const chartProblems = dataProblems.filter((problem) => problem !== 'duplicate');
export type ChartProblem = (typeof chartProblems)[number];
