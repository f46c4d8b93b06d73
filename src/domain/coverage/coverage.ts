import { addDays, type Day } from '#domain/calendar/calendar.ts';

/** Somebody is away from a day to a day, both included, and another answers for their clients. */
export type Coverage = {
  readonly id: string;
  readonly awayId: string;
  readonly coveredBy: string;
  readonly from: Day;
  readonly to: Day;
};

export const isOn = ({ from, to }: Pick<Coverage, 'from' | 'to'>, on: Day): boolean => from <= on && on <= to;

export type CoverageProblem =
  | { readonly kind: 'oneself' }
  | { readonly kind: 'covered-already'; readonly by: string; readonly from: Day; readonly to: Day; readonly next: Day }
  | { readonly kind: 'away-too'; readonly from: Day; readonly to: Day }
  | { readonly kind: 'covers-others'; readonly awayId: string; readonly from: Day; readonly to: Day };

const shares = (one: Pick<Coverage, 'from' | 'to'>, other: Pick<Coverage, 'from' | 'to'>): boolean =>
  one.from <= other.to && other.from <= one.to;

/**
 * What stands in the way of covering somebody (program rule): one person covers another on a day, and nobody covers while they are away themselves,
 * so that every client has somebody who is there. Covering doesn't pass on: who is covered may not be covering somebody else in those days.
 */
export function coverageProblem(
  wanted: Omit<Coverage, 'id'> & { readonly id: string | null },
  all: readonly Coverage[],
): CoverageProblem | null {
  if (wanted.awayId === wanted.coveredBy) return { kind: 'oneself' };
  const others = all.filter((one) => one.id !== wanted.id && shares(one, wanted));
  const same = others.find(({ awayId }) => awayId === wanted.awayId);
  if (same !== undefined) return { kind: 'covered-already', by: same.coveredBy, from: same.from, to: same.to, next: addDays(same.to, 1) };
  const away = others.find(({ awayId }) => awayId === wanted.coveredBy);
  if (away !== undefined) return { kind: 'away-too', from: away.from, to: away.to };
  const covering = others.find(({ coveredBy }) => coveredBy === wanted.awayId);
  return covering === undefined ? null : { kind: 'covers-others', awayId: covering.awayId, from: covering.from, to: covering.to };
}
