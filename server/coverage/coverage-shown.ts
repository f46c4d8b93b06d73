import type { CaseloadRow } from '#contract/caseload.ts';
import { coveringFor, handedOver } from '#domain/coverage/words.ts';
import type { CaseloadClient } from '#server/caseload/caseload.rows.ts';
import type { Actor } from '#server/access/actor.ts';
import type { CoverageOnRecord } from './covering-for.rows.ts';

export type CoverageShown = Pick<CaseloadRow, 'covering' | 'handover'>;

/** For one client on Today's list: for whom they are covered, and the note of a hand-over to this person that isn't read yet. */
export function coverageShown(
  client: Pick<CaseloadClient, 'client_id' | 'therapist_id'>,
  { covered, handovers }: CoverageOnRecord,
  actor: Pick<Actor, 'staffId'>,
): CoverageShown {
  const away = client.therapist_id === null ? undefined : covered.get(client.therapist_id);
  // Who was handed on again is another's: an old note is no longer this person's to read.
  const note = client.therapist_id === actor.staffId ? handovers.get(client.client_id) : undefined;
  return {
    ...(away === undefined ? {} : { covering: coveringFor(away.name, away.until) }),
    ...(note === undefined ? {} : { handover: { id: note.id, summary: handedOver(note.from, note.on), note: note.note } }),
  };
}
