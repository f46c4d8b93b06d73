import { call } from '#api/client.ts';
import { attendance } from '#contract/attendance.ts';
import { useSending, type Sending } from '#api/useSending.ts';
import { newKey } from '#api/idempotency-key.ts';
import { announce } from '#ui/announcements.ts';
import { afterSaving, type RosterBatch, type RosterDraft, type RosterInput } from './roster-draft.ts';
import { rosterWords } from './roster-words.ts';
import type { ChangeRoster } from './useRosterDraft.ts';

export type Saving = Omit<Sending<RosterBatch>, 'send'> & { readonly save: (input: RosterInput) => void };

/** Sends marks, and takes from the draft what is stored. */
export function useSaving(draft: RosterDraft, change: ChangeRoster): Saving {
  const { send, ...sending } = useSending({
    kept: draft.batch,
    keep: (batch: RosterBatch | null) => change((now) => ({ ...now, batch })),
    record: (input, options) => call(attendance.record, input, options),
    onStored: ({ message, changed }, batch) => {
      // The rows show what the server has before the draft lets go of them.
      change((now) =>
        afterSaving(
          now,
          batch,
          changed.map(({ clientId }) => clientId),
        ),
      );
      const words = changed.length === 0 ? message : rosterWords.savedBut(message, changed.length);
      announce(words);
      return words;
    },
  });
  return { ...sending, save: (input) => send({ key: newKey(), input, waits: false }) };
}
