import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { reviews as reviewsContract } from '#contract/care-plan-reviews.ts';
import { call, Refused } from '#api/client.ts';
import { newKey } from '#api/idempotency-key.ts';
import type { OutputOf } from '#contract/endpoint.ts';
import type { Reviewable, reviews } from '#contract/care-plan-reviews.ts';
import { announce } from '#ui/announcements.ts';
import { inputOf, keyOf, missingIn, type MissingPart, type ReviewDraft } from './review-draft.ts';
import { reviewsWords } from './reviews-words.ts';

export type ReviewPage = OutputOf<typeof reviews.ofClient>;
type Wanted = { clientId: string; page: ReviewPage | undefined; about: string | null; onSigned: () => void };

export type Reviewing = {
  readonly draft: ReviewDraft;
  readonly chosen: Reviewable | null;
  readonly put: (part: Partial<ReviewDraft>) => void;
  readonly fault: (part: MissingPart | 'rating') => string | null;
  /** What was refused as a whole; null where a field is at fault, or nothing. */
  readonly refused: string | null;
  readonly sign: () => void;
  readonly isSigning: boolean;
};

const blank: ReviewDraft = { of: null, on: '', summary: '', level: '', decision: null, criteriaMet: [], nextOn: '' };

/** What is being written, what is missing from it, and the one request that signs it. */
export function useReview({ clientId, page, about, onSigned }: Wanted): Reviewing {
  const [key, setKey] = useState(newKey);
  const [typed, setTyped] = useState<Partial<ReviewDraft>>({});
  const [tried, setTried] = useState(false);
  // The days are proposed by the server's calendar, once it has answered.
  const draft: ReviewDraft = { ...blank, of: about, on: page?.today ?? '', nextOn: page?.nextOn ?? '', ...typed };
  const chosen = page?.reviewables.find((one) => keyOf(one) === draft.of) ?? null;
  const signing = useMutation({
    networkMode: 'always',
    mutationFn: (of: Reviewable) => call(reviewsContract.record, inputOf(clientId, draft, of), { key }),
    onSuccess: (_, of) => {
      announce(reviewsWords.signed(of.title));
      onSigned();
    },
  });
  const missing = tried ? missingIn(draft, chosen) : [];
  const fields = signing.error instanceof Refused ? signing.error.problem.fields : undefined;
  const own: readonly string[] = ['on', 'summary', 'nextOn', 'decision', 'rating'];
  return {
    draft,
    chosen,
    put: (part) => {
      setTyped({ ...typed, ...part });
      // Another content is another request.
      setKey(newKey());
    },
    fault: (part) =>
      (part !== 'rating' && missing.includes(part) ? reviewsWords.missing[part] : null) ??
      fields?.find(({ field }) => field === part)?.message ??
      null,
    refused:
      signing.error === null
        ? null
        : fields === undefined
          ? signing.error.message
          : (fields.find(({ field }) => !own.includes(field))?.message ?? null),
    sign: () => {
      setTried(true);
      if (chosen !== null && missingIn(draft, chosen).length === 0) signing.mutate(chosen);
    },
    isSigning: signing.isPending,
  };
}
