import type { Explained, Explanation } from './explanations.ts';

export const explanationNames: Readonly<Record<Explanation, string>> = {
  medication: 'a medication',
  'carry-over': 'carry-over',
  lab: 'the lab says otherwise',
  other: 'something else',
};

/** 'a medication: cough syrup, bottle seen' */
export const explainedWords = ({ because, words }: Explained): string => `${explanationNames[because]}: ${words}`;
