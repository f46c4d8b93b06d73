import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { Refused } from '#api/client.ts';
import { refusedField, refusedOtherwise } from '#api/refused-fields.ts';
import { newKey } from '#api/idempotency-key.ts';
import { announce } from '#ui/announcements.ts';
import { savingWords } from './saving-words.ts';

type Options<Input, Output> = {
  readonly save: (input: Input, key: string) => Promise<Output>;
  /** The fields that the form shows a problem beside. */
  readonly fields: readonly string[];
  readonly onSaved: (output: Output) => void;
};

/** What a form of the schedule shows of its saving. */
export type Saving = {
  readonly pending: boolean;
  /** What was refused of its fields, and when it was tried. */
  readonly refusedFields: { readonly tried: number; readonly errors: readonly { readonly fieldId: string; readonly message: string }[] };
  /** What was refused as a whole; null where nothing was. */
  readonly alert: string | null;
};

/** One form of the schedule: sends it once, brings the pages up to date, and says what was refused beside its field. */
export function useSaving<Input, Output>({ save, fields, onSaved }: Options<Input, Output>) {
  const [key, setKey] = useState(newKey);
  const form = useId();
  const { mutate, error, isPending, submittedAt } = useMutation({
    mutationFn: (input: Input) => save(input, key),
    onSuccess: (output) => {
      setKey(newKey());
      announce(savingWords.saved);
      onSaved(output);
    },
  });
  const stale = error instanceof Refused && error.code === 'stale';
  // Of a list ('clientIds.2') the field that it is chosen with.
  const idOf = (field: string) => `${form}-${field.split('.')[0]}`;
  return {
    send: (input: Input) => mutate(input),
    pending: isPending,
    problem: (field: string) => refusedField(error, field),
    /** What ties a field to what is said of it. */
    at: (field: string) => ({ id: idOf(field), error: refusedField(error, field) }),
    /** What was refused, for a summary that takes the focus; told anew at each try. */
    refusedFields: {
      tried: submittedAt,
      errors: fields.flatMap((field) => {
        const message = refusedField(error, field);
        return message === null ? [] : [{ fieldId: idOf(field), message }];
      }),
    },
    alert: stale ? savingWords.stale : refusedOtherwise(error, fields),
  };
}
