import type { Day } from './calendar.ts';
import type { LeftOut, Measure } from './cohort.ts';

/** Why a fact never reached its measure: the week offered nothing, the result was corrected, the slot's window isn't over. */
export const asides = ['nothing-offered', 'corrected', 'not-yet-due'] as const;
export type Aside = (typeof asides)[number];
export type CountedReason = LeftOut | Aside;

/** One thing that a measure counts, a week of a client or an event, with the week that it belongs to. */
export type CohortRow<Fact> = {
  readonly id: string;
  readonly clientId: string;
  readonly on: Day;
  readonly fact: Fact;
  readonly aside: Aside | null;
};

export type Measured<Fact> = (facts: readonly Fact[]) => Measure;

export const standings = ['met', 'not-met', 'left-out'] as const;
export type Standing = (typeof standings)[number];
export type Counted = { readonly standing: Standing; readonly reason: CountedReason | null };

/**
 * How one row is counted and why: the measure of that row alone, so that a list of rows can't differ from the number that they make.
 * Null where the measure has nothing to say of it.
 */
export function countedAs<Fact>({ fact, aside }: CohortRow<Fact>, measured: Measured<Fact>): Counted | null {
  if (aside !== null) return { standing: 'left-out', reason: aside };
  const { numerator, denominator, excluded, apart } = measured([fact]);
  const [leftOut] = excluded;
  if (leftOut !== undefined) return { standing: 'left-out', reason: leftOut.reason };
  if (denominator === 0) return null;
  return { standing: numerator >= denominator ? 'met' : 'not-met', reason: apart[0]?.reason ?? null };
}

export type ReasonCount = { readonly reason: CountedReason; readonly count: number };
export type CohortTally = {
  readonly numerator: number;
  readonly denominator: number;
  readonly excluded: readonly ReasonCount[];
  /** Inside the denominator, and named. */
  readonly apart: readonly ReasonCount[];
  /** People in the denominator. */
  readonly people: number;
  /** Rows met, not met and left out. For hours these are weeks of clients, and the share is one of hours. */
  readonly met: number;
  readonly notMet: number;
  readonly leftOut: number;
};

/** The measure of many rows, with how many rows stand how. */
export function tallyOf<Fact>(rows: readonly CohortRow<Fact>[], measured: Measured<Fact>): CohortTally {
  const { numerator, denominator, excluded, apart, people } = measured(rows.flatMap(({ fact, aside }) => (aside === null ? [fact] : [])));
  const set = asides
    .map((reason): ReasonCount => ({ reason, count: rows.filter(({ aside }) => aside === reason).length }))
    .filter(({ count }) => count > 0);
  const standing = Map.groupBy(rows, (row) => countedAs(row, measured)?.standing ?? null);
  const count = (of: Standing) => standing.get(of)?.length ?? 0;
  return {
    numerator,
    denominator,
    excluded: merged([...excluded, ...set]),
    apart,
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
