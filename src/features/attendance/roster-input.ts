import type { RosterDraft, RosterInput } from './roster-draft.ts';
import { markOf, type RosterRow } from './roster-rows.ts';

/** The marks of these people as they are sent, each with the version that was seen. */
export const inputOf = (sessionId: string, rows: readonly RosterRow[], draft: RosterDraft): RosterInput => ({
  sessionId,
  rows: rows.map((row) => {
    const { version, status, arrivedAt, leftAt, minutes, telehealth, makesUp, note } = markOf(row, draft);
    return { clientId: row.clientId, version, status, arrivedAt, leftAt, minutes, telehealth, makesUp, note };
  }),
});
