import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { safetyConcerns as safetyConcernsContract } from '#contract/safety.ts';
import { call, Refused } from '#api/client.ts';
import { serverNow } from '#api/clock.ts';
import { newKey } from '#api/idempotency-key.ts';
import type { OutputOf } from '#contract/endpoint.ts';
import type { safetyConcerns } from '#contract/safety.ts';
import { momentTyped, typedMoment } from '#domain/calendar/typed-moment.ts';
import { announce } from '#ui/announcements.ts';
import { safetyWords } from './safety-concerns-words.ts';

export type Concern = OutputOf<typeof safetyConcerns.ofClient>['concerns'][number];
type Wanted = { clientId: string; name: string; zone: string; open: readonly Concern[]; onSigned: () => void };
type Draft = { readonly ids: readonly string[]; readonly summary: string; readonly at: string };

export type Checking = {
  readonly draft: Draft;
  readonly put: (part: Partial<Draft>) => void;
  readonly fault: (field: 'concernIds' | 'summary' | 'at') => string | null;
  readonly refused: string | null;
  readonly sign: () => void;
  readonly isSigning: boolean;
};

/** The statement as it is written, and the one request that signs it. A single open concern is the one that it answers. */
export function useCheck({ clientId, name, zone, open, onSigned }: Wanted): Checking {
  const [key, setKey] = useState(newKey);
  const [draft, setDraft] = useState<Draft>(() => ({ ids: [], summary: '', at: typedMoment(serverNow(), zone) }));
  const [tried, setTried] = useState(false);
  const [only] = open;
  // What was begun for one concern is never signed for another that takes its place on screen.
  const chosen = draft.ids.filter((id) => open.some((concern) => concern.id === id));
  const ids = draft.ids.length === 0 && open.length === 1 && only !== undefined ? [only.id] : chosen;
  const signing = useMutation({
    networkMode: 'always',
    mutationFn: () =>
      call(
        safetyConcernsContract.close,
        { clientId, concernIds: [...ids], summary: draft.summary, at: momentTyped(draft.at, zone) },
        { key },
      ),
    onSuccess: () => {
      announce(safetyWords.check.signed(name));
      onSigned();
    },
  });
  const fields = signing.error instanceof Refused ? signing.error.problem.fields : undefined;
  return {
    draft: { ...draft, ids },
    put: (part) => {
      setDraft({ ...draft, ids, ...part });
      setKey(newKey());
    },
    fault: (field) =>
      (field === 'concernIds' && tried && ids.length === 0 ? safetyWords.check.chooseOne : null) ??
      fields?.find((problem) => problem.field === field)?.message ??
      null,
    refused: signing.error !== null && fields === undefined ? signing.error.message : null,
    sign: () => {
      setTried(true);
      if (ids.length > 0) signing.mutate();
    },
    isSigning: signing.isPending,
  };
}
