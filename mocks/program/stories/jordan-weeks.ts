import { tokens } from './teller.ts';

/** Twenty-four weeks of Tuesdays, Thursdays and Saturdays: 48 slots, 42 collected, 41 interpretable. */
export const jordanWeeks: readonly (readonly string[])[] = [
  'P:.e+THC  P        P:.+THC',
  'A         P:.+THC  P:.+THC',
  'P:.e      P        P:.+THC',
  'P:.       F120     P:.e',
  'P:.       P        P:.',
  'P:.e      P        A:o',
  'P:.+FEN-BUP A      F150:.e',
  'P:.       P        P:.',
  'P:.e      A        P:d',
  'P:.       P        P:.e',
  'P:.e      P        P:u',
  'P:.e      P        P:.',
  'P:.       P        X:x',
  'P:.e      P        P:.',
  'P:.e      P        P:.',
  'P:k       A        P:.e',
  'P         P:.      F90:v',
  'P:.e      A        P:.',
  'P:c+AMP   P        P:.e',
  'P:.       P        P:.e',
  'P:.       P        P:.e',
  'P:.       A:o      P',
  'P         P:.e     P:.',
  'P:.       L90      P:.',
].map(tokens);
