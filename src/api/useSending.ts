import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Refused } from './client.ts';

/** Rows on their way. The key is sent with every try, so that they are stored once whatever is lost between. */
export type Batch<Input> = { readonly key: string; readonly input: Input; readonly waits: boolean };

export type Sending<Kept> = {
  readonly send: (batch: Kept) => void;
  readonly sendAgain: () => void;
  readonly isSending: boolean;
  /** What the server refused; null where it waits or went well. */
  readonly refusal: { readonly refused: Refused; readonly batch: Kept } | null;
  readonly saved: string | null;
};

type Sent<Kept extends Batch<unknown>, Answer> = {
  /** The batch that the draft holds, and how it is kept there. */
  readonly kept: Kept | null;
  readonly keep: (batch: Kept | null) => void;
  readonly record: (input: Kept['input'], options: { readonly key: string }) => Promise<Answer>;
  /** Lets the draft go of what was stored, and says what that was. */
  readonly onStored: (answer: Answer, batch: Kept) => string;
};

const undecidedCodes: readonly string[] = ['offline', 'unavailable', 'unexpected', 'signed-out', 'locked', 'too-many-tries'];

/** Whether it isn't known, or can't yet be, that what was sent is stored: it waits, and is sent again with its key. */
const isUndecided = (error: unknown): boolean => !(error instanceof Refused) || undecidedCodes.includes(error.code);

/** Sends a batch once, whatever happens to the network meanwhile. */
export function useSending<Kept extends Batch<unknown>, Answer>({ kept, keep, record, onStored }: Sent<Kept, Answer>): Sending<Kept> {
  const [refusal, setRefusal] = useState<Sending<Kept>['refusal']>(null);
  const [saved, setSaved] = useState<string | null>(null);
  const { mutate, isPending } = useMutation({
    networkMode: 'always',
    mutationFn: ({ input, key }: Kept) => record(input, { key }),
    onSuccess: (answer, batch) => setSaved(onStored(answer, batch)),
    onError: (error, batch) => {
      const waits = isUndecided(error);
      keep(waits ? { ...batch, waits: true } : null);
      if (!waits && error instanceof Refused) setRefusal({ refused: error, batch });
    },
  });

  const send = (batch: Kept) => {
    setRefusal(null);
    setSaved(null);
    keep({ ...batch, waits: false });
    mutate(batch);
  };
  const waiting = isPending ? null : kept;

  // What waits for the network goes as soon as there is one; nobody has to be there to press.
  useEffect(() => {
    if (waiting === null) return;
    const again = () => send(waiting);
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  });

  return { send, sendAgain: () => waiting !== null && send(waiting), isSending: isPending, refusal, saved };
}
