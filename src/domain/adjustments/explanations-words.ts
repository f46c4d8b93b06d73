import type { Explanation } from './explanations.ts';

export const explanationNames: Readonly<Record<Explanation, string>> = {
  medication: 'a medication',
  'carry-over': 'carry-over',
  lab: 'the lab says otherwise',
  other: 'something else',
};

/** How an explanation is kept and read back: 'a medication: cough syrup, bottle seen' */
export const explainedWords = (because: Explanation, words: string): string => `${explanationNames[because]}: ${words}`;
