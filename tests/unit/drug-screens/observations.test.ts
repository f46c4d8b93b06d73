import { expect, test } from 'vitest';
import { observationWords } from '#domain/drug-screens/observation-words.ts';
import { observationProblem } from '#domain/drug-screens/observation.ts';

test.each([
  ['nothing said of a cup', 'collected', null, null, null],
  ['a cup that nobody watched', 'collected', false, null, null],
  ['a cup and who watched it', 'collected', true, 'lin', null],
  ['watched, without saying by whom', 'collected', true, null, 'observer-missing'],
  ['an observer of what nobody watched', 'collected', false, 'lin', 'observer-without-observation'],
  ['an observer of what is not said to be watched', 'collected', null, 'lin', 'observer-without-observation'],
  ['no cup, nothing said', 'not-collected', null, null, null],
  ['no cup, and watched', 'declined', true, 'lin', 'nothing-collected'],
  ['no cup, and not watched', 'unable', false, null, 'nothing-collected'],
] as const)('%s', (_, outcome, observed, observedBy, problem) =>
  expect(observationProblem({ outcome, observed, observedBy })).toBe(problem),
);

test.each([
  [{ observed: true, by: 'K. Lin' }, 'observed by K. Lin'],
  [{ observed: true, by: null }, 'observed, by: not recorded'],
  [{ observed: false, by: null }, 'not observed'],
  [{ observed: null, by: null }, null],
])('%o', (observation, expected) => expect(observationWords(observation)).toBe(expected));
