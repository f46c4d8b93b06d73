/** The row that an arrow leads to; null for other keys. */
export function rowAt(rows: readonly { readonly id: string }[], from: string, key: string): string | null {
  const index = rows.findIndex(({ id }) => id === from);
  const to: Readonly<Record<string, number>> = {
    ArrowDown: index + 1,
    ArrowUp: index - 1,
    PageDown: index + 10,
    PageUp: index - 10,
    Home: 0,
    End: rows.length - 1,
  };
  const wanted = to[key];
  if (wanted === undefined) return null;
  return rows[Math.min(rows.length - 1, Math.max(0, wanted))]?.id ?? null;
}
