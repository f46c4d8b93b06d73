import type { Day } from '#domain/calendar/calendar.ts';
import type { LeftOut, Measure } from './measures.ts';

/** Why a fact never reached its measure: the week offered nothing, the result was corrected, the slot's window isn't over. */
export const exclusions = ['nothing-offered', 'corrected', 'not-yet-due'] as const;
export type Exclusion = (typeof exclusions)[number];
export type CountedReason = LeftOut | Exclusion;

/** One thing that a measure counts, a week of a client or an event, with the week that it belongs to. */
export type CohortRow<Fact> = {
  readonly id: string;
  readonly clientId: string;
  readonly on: Day;
  readonly fact: Fact;
  readonly exclusion: Exclusion | null;
};

export type Measured<Fact> = (facts: readonly Fact[]) => Measure;

export const countStatuses = ['met', 'not-met', 'left-out'] as const;
export type CountStatus = (typeof countStatuses)[number];
export type Counted = { readonly countStatus: CountStatus; readonly reason: CountedReason | null };

/**
 * How one row is counted and why: the measure of that row alone, so that a list of rows can't differ from the number that they make.
 * Null where the measure has nothing to say of it.
 */
export function countedAs<Fact>({ fact, exclusion }: CohortRow<Fact>, measured: Measured<Fact>): Counted | null {
  if (exclusion !== null) return { countStatus: 'left-out', reason: exclusion };
  const { numerator, denominator, excluded, separate } = measured([fact]);
  const [leftOut] = excluded;
  if (leftOut !== undefined) return { countStatus: 'left-out', reason: leftOut.reason };
  if (denominator === 0) return null;
  return { countStatus: numerator >= denominator ? 'met' : 'not-met', reason: separate[0]?.reason ?? null };
}

export type ReasonCount = { readonly reason: CountedReason; readonly count: number };
export type CohortTally = {
  readonly numerator: number;
  readonly denominator: number;
  readonly excluded: readonly ReasonCount[];
  /** Inside the denominator, and named. */
  readonly separate: readonly ReasonCount[];
  /** People in the denominator. */
  readonly people: number;
  /** Rows met, not met and left out. For hours these are weeks of clients, and the share is one of hours. */
  readonly met: number;
  readonly notMet: number;
  readonly leftOut: number;
};

/** The measure of many rows, with how many rows stand how. */
export function tallyOf<Fact>(rows: readonly CohortRow<Fact>[], measured: Measured<Fact>): CohortTally {
  const { numerator, denominator, excluded, separate, people } = measured(
    rows.flatMap(({ fact, exclusion }) => (exclusion === null ? [fact] : [])),
  );
  const set = exclusions
    .map((reason): ReasonCount => ({ reason, count: rows.filter(({ exclusion }) => exclusion === reason).length }))
    .filter(({ count }) => count > 0);
  const surviving = Map.groupBy(rows, (row) => countedAs(row, measured)?.countStatus ?? null);
  const count = (of: CountStatus) => surviving.get(of)?.length ?? 0;
  return {
    numerator,
    denominator,
    excluded: merged([...excluded, ...set]),
    separate,
    people: people.length,
    met: count('met'),
    notMet: count('not-met'),
    leftOut: count('left-out'),
  };
}

const merged = (counts: readonly ReasonCount[]): readonly ReasonCount[] =>
  [...Map.groupBy(counts, ({ reason }) => reason)].map(([reason, same]) => ({
    reason,
    count: same.reduce((sum, { count }) => sum + count, 0),
  }));
