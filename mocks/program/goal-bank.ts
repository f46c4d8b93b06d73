import type { GoalPlan } from './life.ts';

type Goal = Pick<GoalPlan, 'title' | 'domain' | 'levels'>;

/** Goals as clients word them, with what each of the five levels would look like. */
export const goalBank: readonly [Goal, ...Goal[]] = [
  {
    title: 'Evenings without drinking',
    domain: 'use',
    levels: [
      'I drink most evenings',
      '1 or 2 evenings a week without',
      '4 evenings a week without',
      '6 evenings a week without',
      'Every evening for a month',
    ],
  },
  {
    title: 'Sleep through',
    domain: 'health',
    levels: [
      'Under 4 hours most nights',
      '4 or 5 hours',
      '6 hours, 5 nights a week',
      '7 hours, 5 nights a week',
      '7 hours, every night for 2 weeks',
    ],
  },
  {
    title: 'Dinner with my kids',
    domain: 'relationships',
    levels: ['No visits', 'A call each week', 'Dinner every other week', 'Dinner every week', 'Two dinners a week and a weekend day'],
  },
  {
    title: 'Say no to old friends',
    domain: 'skills',
    levels: [
      'I go along when they call',
      'I pick up but stay home',
      'I call somebody from group instead',
      'I told two of them myself',
      'They know, and I have other plans',
    ],
  },
  {
    title: 'Keep the job',
    domain: 'readiness',
    levels: ['Missed most shifts', 'Missed one shift a week', 'Every shift for 2 weeks', 'Every shift for a month', 'Asked for more hours'],
  },
  {
    title: 'Cravings: ride them out',
    domain: 'skills',
    levels: [
      'I act on most of them',
      'I wait 10 minutes',
      'I wait an hour, most times',
      'I use my plan every time',
      'They come and I hardly change my day',
    ],
  },
  {
    title: 'Back to the clinic for my blood pressure',
    domain: 'health',
    levels: ['No doctor', 'Appointment booked', 'Seen, and pills picked up', 'Pills taken most days', 'Pressure where the doctor wants it'],
  },
  {
    title: 'Talk with my sister again',
    domain: 'relationships',
    levels: ['We do not talk', 'A text now and then', 'A call every week', 'We met for coffee', 'She came to a family session'],
  },
  {
    title: 'Weekends that are mine',
    domain: 'use',
    levels: [
      'I use every weekend',
      'One day of it without',
      'Both days without, twice a month',
      'Both days without, three times a month',
      'A whole month of weekends',
    ],
  },
  {
    title: 'A place of my own',
    domain: 'readiness',
    levels: [
      'Sleeping on sofas',
      'On two waiting lists',
      'A room, month by month',
      'A lease in my name',
      'Three months of rent paid on time',
    ],
  },
  {
    title: 'Two meetings a week',
    domain: 'skills',
    levels: ['None', 'One, now and then', 'One a week', 'Two a week', 'Two a week, and I help set up'],
  },
  {
    title: 'Move every day',
    domain: 'health',
    levels: ['I stay in', 'A walk a week', 'Three walks a week', 'A walk every day', 'Running again'],
  },
];
