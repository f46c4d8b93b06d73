import type { LogDraft } from './log-draft.ts';
import type { LogRow } from './log-rows.ts';
import { logWords } from './log-words.ts';

/** 'in range', 'out of range', or a dash where there is no cup or none was looked at yet. */
export function temperatureWords(row: LogRow, draft: LogDraft): string {
  const known = row.recorded ?? draft.entries[row.id];
  if (known === undefined)
    return draft.outOfRange.includes(row.id) ? logWords.outOfRange : draft.typing[row.id] === undefined ? '–' : logWords.inRange;
  if (known.temperatureInRange === null) return '–';
  return known.temperatureInRange ? logWords.inRange : logWords.outOfRange;
}
