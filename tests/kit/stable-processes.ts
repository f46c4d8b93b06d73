/** Numbers between 0 and 1 that come out the same each time (mulberry32). */
export function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export type Counted = { readonly numerator: number; readonly denominator: number };

/** Weeks of a process that never changes: each of the week's events happens with the same chance. `n` is how many there are in a week. */
export const stableWeeks = (weeks: number, share: number, n: () => number, chance: () => number): Counted[] =>
  Array.from({ length: weeks }, () => {
    const denominator = n();
    return { numerator: Array.from({ length: denominator }, () => chance() < share).filter(Boolean).length, denominator };
  });

/**
 * Whether the rules of a chart speak at the last week, written anew from their text: limits from the first thirteen weeks, the binomial's own
 * standard deviation, nothing cut, week by week however few events a week has.
 */
export function rulesSpeak(all: readonly Counted[]): boolean {
  const weeks = all.filter(({ denominator }) => denominator > 0);
  const first = weeks.slice(0, 13);
  const total = (side: keyof Counted) => first.reduce((sum, week) => sum + week[side], 0);
  const mean = total('numerator') / total('denominator');
  const away = weeks.map(({ numerator, denominator }) => numerator / denominator - mean);
  const sigmas = weeks.map(({ numerator, denominator }, index) => {
    const sigma = Math.sqrt((mean * (1 - mean)) / denominator);
    return sigma === 0 ? 0 : (away[index] ?? numerator) / sigma;
  });
  if (mean === 0 || mean === 1 || weeks.length < 13) return false;
  const oneSide = (values: readonly number[]) => values.every((value) => value > 1e-12) || values.every((value) => value < -1e-12);
  const rises = away.slice(-7).map((value, index, seven) => value - (seven[index - 1] ?? value));
  const three = sigmas.slice(-3);
  return (
    Math.abs(sigmas.at(-1) ?? 0) > 3 ||
    oneSide(away.slice(-7)) ||
    oneSide(rises.slice(1)) ||
    (oneSide(three) && three.filter((value) => Math.abs(value) > 2).length >= 2)
  );
}
