import type { Instant } from '#domain/calendar/calendar.ts';

/** Something that stands from one moment (with it) until another (without it). */
export type Lasting<T> = T & { readonly from: Instant; readonly until: Instant };

/**
 * What stands at each of the moments until the next one, where nothing changes between two: what is alike in neighbors is one. The moments are in
 * order and the last one ends everything; `nameOf` tells two things of one moment apart, and things of two moments are alike where it is equal.
 */
export function lasting<T extends object>(
  moments: readonly Instant[],
  at: (moment: Instant) => readonly T[],
  nameOf: (one: T) => string,
): Lasting<T>[] {
  const over: Lasting<T>[] = [];
  let open = new Map<string, { readonly one: T; readonly from: Instant }>();
  for (const [index, moment] of moments.entries()) {
    const now = index === moments.length - 1 ? new Map<string, T>() : new Map(at(moment).map((one) => [nameOf(one), one]));
    for (const [name, { one, from }] of open) if (!now.has(name)) over.push({ ...one, from, until: moment });
    open = new Map([...now].map(([name, one]) => [name, open.get(name) ?? { one, from: moment }]));
  }
  return over;
}
