import type { CollectionOutcome } from './interpret.ts';

const observationProblems = ['nothing-collected', 'observer-without-observation', 'observer-missing'] as const;
export type ObservationProblem = (typeof observationProblems)[number];

type Observation = { readonly outcome: CollectionOutcome; readonly observed: boolean | null; readonly observedBy: string | null };

/** What is wrong with what was said of watching a collection (program rule); null where nothing is. Whoever logs a watched one says who watched. */
export function observationProblem({ outcome, observed, observedBy }: Observation): ObservationProblem | null {
  if (outcome !== 'collected') return observed === null && observedBy === null ? null : 'nothing-collected';
  if (observed !== true) return observedBy === null ? null : 'observer-without-observation';
  return observedBy === null ? 'observer-missing' : null;
}
