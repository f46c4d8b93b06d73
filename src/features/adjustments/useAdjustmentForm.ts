import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { adjustments } from '#contract/adjustments.ts';
import { call, Refused } from '#api/client.ts';
import { useDraft } from '#api/drafts.ts';
import type { AdjustmentShown } from '#contract/adjustments-shown.ts';
import { announce } from '#ui/announcements.ts';
import { blankDraft, draftKey, holdsPlan, type AdjustmentDraft } from './adjustment-draft.ts';
import { explanationInput, outcomeInput, signatureInput, talkInput } from './adjustment-inputs.ts';
import { explanationFaults, inDraft, outcomeFaults, signatureFaults, talkFaults, type Faults } from './adjustment-problems.ts';
import { doneWords, type Done, type Step } from './done-words.ts';

export type AdjustmentForm = ReturnType<typeof useAdjustmentForm>;

/** What is being answered about one adjustment, what is wrong with it, and the steps that store it. */
export function useAdjustmentForm(page: AdjustmentShown) {
  const { draft: kept, keep } = useDraft<AdjustmentDraft>(draftKey(page.id));
  const [blank] = useState(() => blankDraft(page));
  const draft = kept ?? { ...blank, version: page.version, safety: page.safety, naloxone: page.naloxone };
  const [shown, setShown] = useState<{ readonly tries: number; readonly faults: Faults }>({ tries: 0, faults: [] });

  const mutation = useMutation({
    // Without a network it says so at once, and sends nothing later behind the person's back.
    networkMode: 'always',
    // Each step is stored once by its key, so an answer that was lost on the way is asked for again.
    retry: (count, error) => count < 2 && isUnreached(error),
    retryDelay: 500,
    mutationFn: async (step: Step) => {
      const done = await stored(step, draft, page, keep);
      // What is stored leaves the draft, and is announced, before the page is asked for again.
      if (step !== 'talk' || !holdsPlan(draft)) keep(null);
      announce(doneWords(done));
      return done;
    },
    onMutate: () => setShown(({ tries }) => ({ tries, faults: [] })),
    onError: (error) => {
      const fields = error instanceof Refused ? error.problem.fields : undefined;
      if (fields === undefined) return;
      const lines = page.menu.flatMap((category) => category.lines.map(({ code }) => code)).filter((code) => code in draft.changes);
      setShown(({ tries }) => ({
        tries: tries + 1,
        faults: fields.map(({ field, message }) => ({ field: inDraft(field, lines), message })),
      }));
    },
  });

  const take = (step: Step) => {
    if (mutation.isPending) return;
    const faults = faultsOf(step, draft, page);
    if (faults.length === 0) mutation.mutate(step);
    else setShown(({ tries }) => ({ tries: tries + 1, faults }));
  };

  return {
    draft,
    begun: kept !== null,
    change: (patch: Partial<AdjustmentDraft>) => keep({ ...draft, ...patch }),
    drop: () => {
      keep(null);
      mutation.reset();
      setShown({ tries: 0, faults: [] });
    },
    goOn: () => {
      // Words for a talk that somebody else noted were shown, and have no place any more.
      const ownWords = page.talk !== null ? '' : draft.ownWords;
      if (kept !== null) keep({ ...kept, ownWords, version: page.version });
      mutation.reset();
    },
    take,
    saving: mutation.isPending ? mutation.variables : null,
    done: mutation.data ?? null,
    refused: mutation.error instanceof Refused ? mutation.error : null,
    tries: shown.tries,
    faults: shown.faults,
    fault: (field: string) => shown.faults.find((one) => one.field === field)?.message ?? null,
  };
}

const isUnreached = (error: unknown): boolean => error instanceof Refused && (error.code === 'offline' || error.code === 'unavailable');

/** Everything that stands in the way of a step. Signing before the talk is noted notes it too. */
export function faultsOf(step: Step, draft: AdjustmentDraft, page: AdjustmentShown): Faults {
  switch (step) {
    case 'talk':
      return talkFaults(draft, page);
    case 'explain':
      return explanationFaults(draft, page);
    case 'sign':
      return [...(page.talk === null ? talkFaults(draft, page) : []), ...signatureFaults(draft, page)];
    case 'outcome':
      return outcomeFaults(draft);
  }
  step satisfies never;
}

async function stored(step: Step, draft: AdjustmentDraft, page: AdjustmentShown, keep: (draft: AdjustmentDraft) => void): Promise<Done> {
  const { key } = draft;
  const done = { step, followUpOn: null, next: null };
  switch (step) {
    case 'talk': {
      keep(await withTalk(draft, page));
      return done;
    }
    case 'explain':
      await call(adjustments.explain, whole(explanationInput(draft, page)), { key, version: draft.version });
      return done;
    case 'sign': {
      const talked = page.talk !== null || draft.talkStored ? draft : await withTalk(draft, page);
      keep(talked);
      await call(adjustments.sign, whole(signatureInput(draft, page)), { key, version: talked.version });
      return { ...done, followUpOn: draft.followUpOn === '' ? null : draft.followUpOn };
    }
    case 'outcome': {
      const { next } = await call(adjustments.recordOutcome, whole(outcomeInput(draft, page)), { key, version: draft.version });
      return { ...done, next };
    }
  }
  return step satisfies never;
}

/** The draft once its talk is stored: what follows it names the version that the talk made. */
async function withTalk(draft: AdjustmentDraft, page: AdjustmentShown): Promise<AdjustmentDraft> {
  const { version } = await call(adjustments.talk, whole(talkInput(draft, page)), { key: draft.key, version: draft.version });
  return { ...draft, version, talkStored: true };
}

function whole<T>(input: T | null): T {
  if (input === null) throw new Error('a step was taken with an answer missing');
  return input;
}
