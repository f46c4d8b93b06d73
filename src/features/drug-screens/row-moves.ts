import type { LogDraft } from './log-draft.ts';
import { rowState, type LogRow } from './log-rows.ts';

/** The row that an arrow leads to; null for other keys. */
export function rowAt(rows: readonly LogRow[], from: string, key: string): string | null {
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

/** The row below, leaving out those that are the server's already. The last one stays. */
export function nextOpen(rows: readonly LogRow[], draft: LogDraft, from: string): string {
  const place = rows.findIndex(({ id }) => id === from);
  return rows.slice(place + 1).find((row) => !['saved', 'sending'].includes(rowState(row, draft)))?.id ?? from;
}
