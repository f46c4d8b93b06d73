/** What was not brought in, and why: every row that is left out is counted under a reason. */
export type HeldBack = {
  readonly note: (what: string, why: string, rows?: number) => void;
  readonly lines: () => readonly string[];
  readonly count: (what: string) => number;
};

export function heldBack(): HeldBack {
  const counts = new Map<string, number>();
  return {
    note: (what, why, rows = 1) => void counts.set(`${what}: ${why}`, (counts.get(`${what}: ${why}`) ?? 0) + rows),
    lines: () => [...counts].toSorted(([a], [b]) => a.localeCompare(b)).map(([reason, rows]) => `${rows.toLocaleString('en')} ${reason}`),
    count: (what) => [...counts].filter(([reason]) => reason.startsWith(`${what}: `)).reduce((sum, [, rows]) => sum + rows, 0),
  };
}
