export type WeightedLevel = { readonly level: number | null; readonly weight: number };

/**
 * Goal attainment T score (Kiresuk and Sherman 1968): mean 50, standard deviation 10, goals correlated by rho.
 * Goals without a rating are dropped with their weight; weights that are all 0 count as equal. Null where nothing was rated.
 */
export function goalAttainment(goals: readonly WeightedLevel[], rho = 0.3): number | null {
  const rated = goals.flatMap(({ level, weight }) => (level === null ? [] : [{ level, weight }]));
  if (rated.length === 0) return null;
  const unweighted = rated.every(({ weight }) => weight === 0);
  const sum = (of: (level: number, weight: number) => number) =>
    rated.reduce((total, { level, weight }) => total + of(level, unweighted ? 1 : weight), 0);
  const weights = sum((_, weight) => weight);
  const spread = Math.sqrt((1 - rho) * sum((_, weight) => weight ** 2) + rho * weights ** 2);
  return 50 + (10 * sum((level, weight) => level * weight)) / spread;
}

/** The change in T over the goals rated at both dates; null where there are none. */
export function goalAttainmentChange(
  goals: readonly { readonly before: number | null; readonly after: number | null; readonly weight: number }[],
  rho = 0.3,
): { readonly before: number; readonly after: number; readonly change: number } | null {
  const both = goals.filter(({ before, after }) => before !== null && after !== null);
  const before = goalAttainment(
    both.map((goal) => ({ level: goal.before, weight: goal.weight })),
    rho,
  );
  const after = goalAttainment(
    both.map((goal) => ({ level: goal.after, weight: goal.weight })),
    rho,
  );
  return before === null || after === null ? null : { before, after, change: after - before };
}
