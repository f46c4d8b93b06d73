import { dayMonth, dayWithYear, dayWords } from '#domain/calendar/words.ts';
import type { Day } from '#domain/calendar/calendar.ts';
import type { CoverageProblem } from './coverage.ts';

/** 'Covering for R. Ortiz until 4 Dec' */
export const coveringFor = (name: string, until: Day): string => `Covering for ${name} until ${dayMonth(until)}`;

/** Who answers for a client, in a list of several people's: 'R. Ortiz', 'No therapist', 'No therapist: R. Ortiz has left'. */
export function responsibleWords(
  { therapist, therapist_ended_on }: { readonly therapist: string | null; readonly therapist_ended_on: Day | null },
  today: Day,
): string {
  if (therapist === null) return 'No therapist';
  return therapist_ended_on !== null && therapist_ended_on <= today ? `No therapist: ${therapist} has left` : therapist;
}

/** 'Handed over by S. Haile, Fri 20 Nov' */
export const handedOver = (from: string | null, on: Day): string =>
  from === null ? `Yours since ${dayWords(on)}` : `Handed over by ${from}, ${dayWords(on)}`;

const span = (from: Day, to: Day): string => (from === to ? `on ${dayWithYear(from)}` : `from ${dayMonth(from)} to ${dayWithYear(to)}`);

/** The field that stands in the way, and the fix. */
export function coverageProblemMessage(
  problem: CoverageProblem,
  nameOf: (id: string) => string,
): readonly [field: string, message: string] {
  switch (problem.kind) {
    case 'oneself':
      return ['coveredBy', 'Somebody else has to cover. Choose another person.'];
    case 'covered-already':
      return [
        'from',
        `${nameOf(problem.by)} covers ${span(problem.from, problem.to)} already. Begin on ${dayWithYear(problem.next)}, or change that one.`,
      ];
    case 'away-too':
      return ['coveredBy', `This person is away themselves ${span(problem.from, problem.to)}. Choose somebody who is here.`];
    case 'covers-others':
      return [
        'awayId',
        `This person covers for ${nameOf(problem.awayId)} ${span(problem.from, problem.to)}. Let somebody else cover there first.`,
      ];
  }
  problem satisfies never;
}
