import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { clients } from '#contract/clients.ts';
import { call, Refused } from '#api/client.ts';
import { newKey } from '#api/idempotency-key.ts';
import type { ClientRecord } from '#contract/clients-record.ts';
import type { InputOf } from '#contract/endpoint.ts';
import type { clientWriting } from '#contract/clients-input.ts';
import { dateWords } from '#ui/date-words.ts';
import { clientRecords } from './client-records.queries.ts';

type Part = Omit<InputOf<typeof clientWriting.amend>, 'clientId'>;

/**
 * Saves one part of a record. Where somebody changed the chart meanwhile nothing is overwritten: the chart is read again,
 * and `onStale` gets what it says now, so that what was typed can be kept beside it.
 */
export function useRecordForm(record: ClientRecord, onSaved: () => void, onStale: (now: ClientRecord) => void) {
  const cache = useQueryClient();
  const [key, setKey] = useState(newKey);
  // The version that the form was opened on: the page may hear of a later one while somebody types.
  const [version, setVersion] = useState(record.version);
  const save = useMutation({
    networkMode: 'always',
    mutationFn: (part: Part) => call(clients.amend, { clientId: record.clientId, ...part }, { key, version }),
    onSuccess: () => {
      onSaved();
    },
    onError: async (error) => {
      if (!(error instanceof Refused) || error.code !== 'stale') return;
      setKey(newKey());
      const now = await cache.fetchQuery(clientRecords.one(record.clientId));
      setVersion(now.version);
      onStale(now);
    },
  });
  const [unwhole, setUnwhole] = useState<readonly string[]>([]);
  const [tries, setTries] = useState(0);
  const refused = save.error instanceof Refused ? save.error : null;
  const problems = unwhole.length > 0 ? unwhole.map((field) => ({ field, message: dateWords.unwhole })) : (refused?.problem.fields ?? []);
  return {
    /** `halfTyped` are the fields whose date was begun and not finished: nothing is sent before they are. */
    save: (part: Part, halfTyped: readonly string[] = []) => {
      setUnwhole(halfTyped);
      setTries(tries + 1);
      if (halfTyped.length > 0) return;
      // Another body is another request; the same one sent again is the same.
      if (refused !== null && refused.code !== 'offline' && refused.code !== 'unavailable') setKey(newKey());
      save.mutate(part);
    },
    saving: save.isPending,
    problems,
    tries,
    error: (field: string) => problems.find((problem) => problem.field === field)?.message ?? null,
    fault: refused !== null && problems.length === 0 && refused.code !== 'stale' ? refused.message : null,
    reset: () => save.reset(),
  };
}
