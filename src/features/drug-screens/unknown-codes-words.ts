import { dayWithYear } from '#domain/calendar/words.ts';
import type { Day } from '#domain/calendar/calendar.ts';

const screens = (count: number): string => `${count} ${count === 1 ? 'screen' : 'screens'}`;

/** What is said of codes that nobody knows, and of answering one. */
export const unknownCodesWords = {
  title: 'Which drug is this?',
  waiting: (count: number): string => `${count} waiting`,
  why: 'Nobody here knows these codes yet. Until somebody says which drug each is, what was detected under it counts as a possible opioid.',
  printed: (names: readonly string[]): string => `printed as ${names.join(', ')}`,
  counts: (all: number, detected: number, last: Day | null): string =>
    `On ${screens(all)}, detected on ${detected}${last === null ? '' : `; the last on ${dayWithYear(last)}`}.`,
  answer: 'Answer',
  answerFor: (code: string): string => `Answer: ${code}`,
  correct: 'Correct',
  correctFor: (code: string): string => `Correct: ${code}`,
  answered: (count: number): string => `${count} answered`,
  is: (code: string, name: string, by: string): string => `${code} is ${name}, says ${by}.`,
  dialog: (code: string): string => `Which drug is ${code}?`,
  text: 'The screens that have it are read by it from then on. A wrong answer can be corrected here.',
  drug: 'Drug',
  drugHint: 'By any name or code: fentanyl, 6-MAM, BZO.',
  family: 'It belongs to',
  known: 'It is one of the known drugs',
  form: { close: 'Close', save: 'Save', saving: 'Saving', wrong: 'This can’t be saved yet' },
  saved: (name: string, count: number): string => `Saved. ${screens(count)} ${count === 1 ? 'is' : 'are'} read as ${name}.`,
} as const;
