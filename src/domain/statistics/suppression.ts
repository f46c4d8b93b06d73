export type Cell = { readonly key: string; readonly n: number };
export type ShownCell = { readonly key: string; readonly n: number | null; readonly hidden: 'few' | 'complementary' | null };

/**
 * Groups of people safe to show: those under the least number are hidden, and then the next smallest ones until what is hidden
 * can't be worked out from a total: at least two groups holding at least that number of people between them. Order is kept.
 */
export function suppressed(cells: readonly Cell[], least: number): readonly ShownCell[] {
  const hidden = new Set(cells.filter(({ n }) => n < least).map(({ key }) => key));
  const few = new Set(hidden);
  const hiddenPeople = () => cells.reduce((sum, { key, n }) => sum + (hidden.has(key) ? n : 0), 0);
  const smallestFirst = cells.filter(({ key }) => !hidden.has(key)).toSorted((a, b) => a.n - b.n);
  for (const { key } of smallestFirst) {
    if (few.size === 0 || (hidden.size >= 2 && hiddenPeople() >= least)) break;
    hidden.add(key);
  }
  return cells.map(({ key, n }) => ({
    key,
    n: hidden.has(key) ? null : n,
    hidden: few.has(key) ? 'few' : hidden.has(key) ? 'complementary' : null,
  }));
}
