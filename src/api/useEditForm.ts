import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Refused } from './client.ts';
import { newKey } from './idempotency-key.ts';

type Saving<Values, Answer> = {
  readonly start: Values;
  /** Sends what was typed. The key belongs to this form, so that a repeat is stored once. */
  readonly save: (values: Values, options: { readonly key: string }) => Promise<Answer>;
  readonly onSaved: (answer: Answer) => void;
};

/** What is typed into one dialog, kept until it is saved. Nothing is shown as saved before the server says so. */
export function useEditForm<Values extends Readonly<Record<string, string>>, Answer>(saving: Saving<Values, Answer>) {
  const { start, save, onSaved } = saving;
  const [key, setKey] = useState(newKey);
  const [values, setValues] = useState(start);
  const [tries, setTries] = useState(0);
  const mutation = useMutation({
    networkMode: 'always',
    mutationFn: (typed: Values) => save(typed, { key }),
    onSuccess: onSaved,
    onError: (error) => {
      setTries((before) => before + 1);
      // A refusal stored nothing, so the next try is another question; after a silence it must be the same one.
      if (error instanceof Refused && error.problem.status >= 400 && error.problem.status < 500) setKey(newKey());
    },
  });
  const refused = mutation.error instanceof Refused ? mutation.error : null;
  const fields = refused?.problem.fields ?? [];
  return {
    values,
    set: (name: keyof Values & string, value: string) => setValues((before) => ({ ...before, [name]: value })),
    problems: Object.fromEntries(fields.map(({ field, message }) => [field, message])),
    alert: refused !== null && fields.length === 0 ? refused.message : null,
    tries,
    pending: mutation.isPending,
    submit: () => mutation.mutate(values),
  };
}

/** What was left empty, as the contract wants it. */
export const orNull = (typed: string): string | null => (typed.trim() === '' ? null : typed);

/** A number as it was typed; what is none is sent as it is, so that the server names the field. */
export const numberFrom = (typed: string): number => (typed.trim() === '' ? Number.NaN : Number(typed.replace(',', '.')));
