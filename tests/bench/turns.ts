/** The middle of some figures; of an even number, the mean of the two in the middle. */
export function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)]];
  return low === undefined || high === undefined ? Number.NaN : (low + high) / 2;
}

/** The floor and ours measured one after the other, several times over, after a first turn that counts for nothing. Their medians, and the median of each turn's ratio. */
export async function inTurns(
  floor: () => Promise<number>,
  ours: () => Promise<number>,
  times = 5,
): Promise<{ readonly ratio: number; readonly ours: number; readonly floor: number }> {
  await floor();
  await ours();
  const turns: { floor: number; ours: number }[] = [];
  for (let turn = 0; turn < times; turn += 1) turns.push({ floor: await floor(), ours: await ours() });
  return {
    ratio: median(turns.map((turn) => turn.ours / turn.floor)),
    ours: median(turns.map((turn) => turn.ours)),
    floor: median(turns.map((turn) => turn.floor)),
  };
}
