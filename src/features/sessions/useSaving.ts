import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Refused } from '#api/client.ts';
import { refusedField, refusedOtherwise } from '#api/refused-fields.ts';
import { announce } from '#ui/announcements.ts';
import { scheduleChanged } from './schedule.queries.ts';
import { savingWords } from './saving-words.ts';

type Options<Input, Output> = {
  readonly save: (input: Input, key: string) => Promise<Output>;
  /** The fields that the form shows a problem beside. */
  readonly fields: readonly string[];
  readonly onSaved: (output: Output) => void;
};

/** One form of the schedule: sends it once, brings the pages up to date, and says what was refused beside its field. */
export function useSaving<Input, Output>({ save, fields, onSaved }: Options<Input, Output>) {
  const cache = useQueryClient();
  const [key, setKey] = useState(() => crypto.randomUUID());
  const { mutate, error, isPending } = useMutation({
    mutationFn: (input: Input) => save(input, key),
    onSuccess: async (output) => {
      setKey(crypto.randomUUID());
      await scheduleChanged(cache);
      announce(savingWords.saved);
      onSaved(output);
    },
    // The version that somebody else made is fetched, and what was typed is kept: the next press saves over what was seen.
    onError: (refused) => (refused instanceof Refused && refused.code === 'stale' ? scheduleChanged(cache) : undefined),
  });
  const stale = error instanceof Refused && error.code === 'stale';
  return {
    send: (input: Input) => mutate(input),
    pending: isPending,
    problem: (field: string) => refusedField(error, field),
    otherwise: stale ? savingWords.stale : refusedOtherwise(error, fields),
  };
}
