import { addDays, type Day } from '#domain/calendar.ts';
import type { PhasePlan } from '../life.ts';
import { criterionFor, phaseNames } from '../phase-criteria.ts';

type Begun = {
  /** The first day of each phase reached so far. */
  readonly from: readonly [Day, ...Day[]];
  readonly reviewDueOn: Day;
  /** How many of the current phase's recorded and ticked criteria are still open. */
  readonly open: number;
};

/** The phases of a story: earlier ones with everything recorded, the current one with some of it still to do. */
export const phasesFrom = ({ from, reviewDueOn, open }: Begun): readonly PhasePlan[] =>
  from.map((begins, index): PhasePlan => {
    const next = from[index + 1];
    const requested = criterionFor(index + 1);
    const done = requested.length - (next === undefined ? open : 0);
    return {
      number: index + 1,
      name: phaseNames[index] ?? '',
      from: begins,
      to: next === undefined ? null : addDays(next, -1),
      reviewDueOn: next === undefined ? reviewDueOn : null,
      criteria: requested.map((criterion, nth) => {
        const byPerson = criterion.kind === 'recorded' || criterion.kind === 'attested';
        return { ...criterion, metOn: byPerson && nth < done ? addDays(begins, 7 + nth) : null };
      }),
    };
  });
