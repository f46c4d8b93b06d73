/** The middle of some figures; of an even number, the mean of the two in the middle. */
export function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)]];
  return low === undefined || high === undefined ? Number.NaN : (low + high) / 2;
}

/** The floor and ours measured one after the other, several times over, after a first turn that counts for nothing. Their medians, and the median of each turn's ratio. */
export async function interleaved(
  floor: () => Promise<number>,
  ours: () => Promise<number>,
  times = 5,
): Promise<{ readonly ratio: number; readonly ours: number; readonly floor: number }> {
  await floor();
  await ours();
  const rounds: { floor: number; ours: number }[] = [];
  for (let round = 0; round < times; round += 1) rounds.push({ floor: await floor(), ours: await ours() });
  return {
    ratio: median(rounds.map((round) => round.ours / round.floor)),
    ours: median(rounds.map((round) => round.ours)),
    floor: median(rounds.map((round) => round.floor)),
  };
}
