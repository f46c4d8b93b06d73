import type { Day } from '#domain/calendar.ts';
import type { GoalPlan, ScoreTaken } from '../life.ts';

type At = (week: number, weekday?: number) => Day;

const rated = (at: At, ratings: readonly (readonly [week: number, level: number])[]): GoalPlan['ratings'] =>
  ratings.map(([week, level]) => [at(week, 2), level] as const);

/** Three goals in Jordan's words, rated together about every four weeks. */
export const jordanGoals = (at: At, dueOn: Day): readonly GoalPlan[] => [
  {
    title: 'Home by 10 pm',
    domain: 'use',
    levels: [
      'Out past 10 every night',
      'Home by 10, 2 nights a week',
      'Home by 10, 4 nights a week',
      'Home by 10, 6 nights a week',
      'Every night for a month',
    ],
    nextReviewOn: dueOn,
    ratings: rated(at, [
      [1, -1],
      [6, -1],
      [10, 0],
      [14, 0],
      [19, 1],
      [23, 1],
    ]),
  },
  {
    title: 'Two meetings a week',
    domain: 'skills',
    levels: ['None', 'One every other week', 'Two a week', 'Two, and I stay to talk', 'Two, and I help set up'],
    nextReviewOn: null,
    ratings: rated(at, [
      [1, -1],
      [6, -1],
      [10, -1],
      [14, 0],
      [19, 0],
      [23, 0],
    ]),
  },
  {
    title: 'Work 20 h a week',
    domain: 'readiness',
    levels: ['No shifts', 'Under 10 h a week', '20 h a week', '20 h a week for a month', '30 h a week, on the rota'],
    nextReviewOn: null,
    ratings: rated(at, [
      [6, -2],
      [10, -1],
      [14, -1],
      [19, 0],
      [23, 0],
    ]),
  },
];

/** PHQ-9 from 19 to 7 and GAD-7 from 15 to 6. */
export const jordanScores = (at: At): readonly ScoreTaken[] =>
  [0, 4, 8, 12, 16, 20, 23].flatMap((week, nth) => [
    { instrument: 'PHQ-9', on: at(week, 2), score: [19, 16, 17, 12, 11, 9, 7][nth] ?? 7, item9: 0 },
    { instrument: 'GAD-7', on: at(week, 2), score: [15, 13, 14, 10, 9, 8, 6][nth] ?? 6, item9: null },
  ]);
