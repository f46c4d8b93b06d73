import type { LogDraft } from './log-draft.ts';
import { rowState, type LogRow } from './log-rows.ts';

/** The row below, leaving out those that are the server's already. The last one stays. */
export function nextOpen(rows: readonly LogRow[], draft: LogDraft, from: string): string {
  const index = rows.findIndex(({ id }) => id === from);
  return rows.slice(index + 1).find((row) => !['saved', 'sending'].includes(rowState(row, draft)))?.id ?? from;
}
