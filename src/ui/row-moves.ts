/** The row that an arrow leads to; null for other keys. */
export function rowAt(rows: readonly { readonly id: string }[], from: string, key: string): string | null {
  const place = rows.findIndex(({ id }) => id === from);
  const to: Readonly<Record<string, number>> = {
    ArrowDown: place + 1,
    ArrowUp: place - 1,
    PageDown: place + 10,
    PageUp: place - 10,
    Home: 0,
    End: rows.length - 1,
  };
  const wanted = to[key];
  if (wanted === undefined) return null;
  return rows[Math.min(rows.length - 1, Math.max(0, wanted))]?.id ?? null;
}
