import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { attendance as attendanceApi } from '#api/attendance.ts';
import { Refused } from '#api/client.ts';
import { isUndecided } from '#api/undecided.ts';
import { announce } from '#ui/announcements.ts';
import { afterSaving, type Batch, type RosterDraft, type RosterInput } from './roster-draft.ts';
import { rosterWords } from './roster-words.ts';
import type { ChangeRoster } from './useRosterDraft.ts';

export type Saving = {
  readonly save: (input: RosterInput) => void;
  readonly sendAgain: () => void;
  readonly isSending: boolean;
  /** What the server said no to; null where it waits or went well. */
  readonly refusal: { readonly refused: Refused; readonly batch: Batch } | null;
  readonly saved: string | null;
};

/** What a mark changes besides the roster: hours, Today, the day's list and the program's numbers. */
const concerned = ['sessions', 'caseload', 'clients', 'cohort', 'adjustments'];

/** Sends marks once, whatever happens to the network meanwhile. */
export function useSaving(draft: RosterDraft, change: ChangeRoster): Saving {
  const cache = useQueryClient();
  const [refusal, setRefusal] = useState<Saving['refusal']>(null);
  const [saved, setSaved] = useState<string | null>(null);
  const { mutate, isPending } = useMutation({
    networkMode: 'always',
    mutationFn: ({ input, key }: Batch) => attendanceApi.record(input, { key }),
    onSuccess: async ({ says, changed }, batch) => {
      // The rows show what the server has before the draft lets go of them.
      await cache.invalidateQueries({ queryKey: ['attendance'] });
      change((now) =>
        afterSaving(
          now,
          batch,
          changed.map(({ clientId }) => clientId),
        ),
      );
      const words = changed.length === 0 ? says : rosterWords.savedBut(says, changed.length);
      setSaved(words);
      announce(words);
      for (const noun of concerned) void cache.invalidateQueries({ queryKey: [noun] });
    },
    onError: (error, batch) => {
      const waits = isUndecided(error);
      change((now) => ({ ...now, batch: waits ? { ...batch, waits: true } : null }));
      if (!waits && error instanceof Refused) setRefusal({ refused: error, batch });
    },
  });

  const send = (batch: Batch) => {
    setRefusal(null);
    setSaved(null);
    change((now) => ({ ...now, batch: { ...batch, waits: false } }));
    mutate(batch);
  };
  const waiting = draft.batch !== null && !isPending ? draft.batch : null;

  // Marks that wait for the network go as soon as there is one; nobody has to be there to press.
  useEffect(() => {
    if (waiting === null) return;
    const again = () => send(waiting);
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  });

  return {
    save: (input) => send({ key: crypto.randomUUID(), input, waits: false }),
    sendAgain: () => waiting !== null && send(waiting),
    isSending: isPending,
    refusal,
    saved,
  };
}
