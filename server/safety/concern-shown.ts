import { safetyKinds } from '#domain/safety/safety-clock.ts';
import type { ProgramSettings } from '#domain/programs/settings.ts';
import type { AmendedScreen } from '#domain/safety/amended-screen.ts';
import { causeCorrected } from '#domain/safety/corrected-cause.ts';
import { concernSummary, correctedCauseWords, safetyNames, safetySourceWords } from '#domain/safety/words.ts';
import { knownCode } from '#server/database/known-code.ts';
import type { ConcernOnRecord } from './safety-concerns.rows.ts';

/** One concern in words: what it is, where it came from, who was told, and what was done. */
export function concernOf(row: ConcernOnRecord, amended: AmendedScreen | null, settings: ProgramSettings) {
  if (row.id === null || row.opened_at === null || row.trigger === null) return [];
  const kind = knownCode(safetyKinds, row.trigger, 'safety_concern.trigger');
  return [
    {
      id: row.id,
      kind,
      label: safetyNames[kind],
      words: concernSummary(row.source, row.source_summary, row.source_facts),
      openedAt: row.opened_at,
      source: row.source === null ? null : safetySourceWords(row.source, row.source_facts, row.collected_on),
      corrected: causeCorrected(kind, amended, settings) ? correctedCauseWords : null,
      raisedBy: row.raised_by,
      notified: row.notified === null || row.notified_at === null ? null : { who: row.notified, at: row.notified_at, by: row.notified_by },
      closed: row.closed_at === null ? null : { at: row.closed_at, summary: row.closed_summary, by: row.closed_by },
    },
  ];
}
