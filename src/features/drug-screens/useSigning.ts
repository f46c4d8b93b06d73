import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Refused } from '#api/client.ts';
import { drugScreens as drugScreensApi } from '#api/drug-screens.ts';
import { isUndecided } from '#api/undecided.ts';
import { announce } from '#ui/announcements.ts';
import { afterSaving, type Batch, type LogDraft, type LogInput } from './log-draft.ts';

type Signing = {
  readonly sign: (input: LogInput, rowIds: readonly string[]) => void;
  readonly sendAgain: () => void;
  readonly isSending: boolean;
  /** What the server said no to; null where it waits or went well. */
  readonly refusal: { readonly refused: Refused; readonly batch: Batch } | null;
  readonly saved: string | null;
};

/** Sends a signed log once, whatever happens to the network meanwhile. */
export function useSigning(draft: LogDraft, change: (change: (draft: LogDraft) => LogDraft) => void): Signing {
  const cache = useQueryClient();
  const [refusal, setRefusal] = useState<Signing['refusal']>(null);
  const [saved, setSaved] = useState<string | null>(null);
  const { mutate, isPending } = useMutation({
    networkMode: 'always',
    mutationFn: ({ input, key }: Batch) => drugScreensApi.record(input, { key }),
    onSuccess: async ({ says }, batch) => {
      // The rows show what the server has before the draft lets go of them.
      await cache.invalidateQueries({ queryKey: ['drug-screens'] });
      change((now) => afterSaving(now, batch));
      setSaved(says);
      announce(says);
      void cache.invalidateQueries({ queryKey: ['sessions'] });
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

  // A log that waits for the network goes as soon as there is one; nobody has to be there to press.
  useEffect(() => {
    if (waiting === null) return;
    const again = () => send(waiting);
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  });

  return {
    sign: (input, rowIds) => send({ key: crypto.randomUUID(), input, rowIds, waits: false }),
    sendAgain: () => waiting !== null && send(waiting),
    isSending: isPending,
    refusal,
    saved,
  };
}
