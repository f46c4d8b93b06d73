import type { Observation } from './interpret.ts';
import type { ObservationProblem } from './observation.ts';

/** The field at fault, and what to do about it. */
export const observationProblemWords: Readonly<Record<ObservationProblem, readonly [field: 'observed' | 'observedBy', message: string]>> = {
  'nothing-collected': ['observed', 'There was no cup, so nobody observed one. Take that out, or record the cup.'],
  'observer-without-observation': ['observedBy', 'An observer is named and the collection is not marked as observed. Say one of the two.'],
  'observer-missing': ['observedBy', 'Say who observed, or say that it was not observed or is not known.'],
};

/** 'observed by K. Lin', 'not observed'; null where nothing is said. */
export function observationWords({ observed, by }: Observation): string | null {
  if (observed === null) return null;
  if (!observed) return 'not observed';
  return by === null ? 'observed, by: not recorded' : `observed by ${by}`;
}
