import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '#api/client.ts';
import { newKey } from '#api/idempotency-key.ts';
import { episodes } from '#contract/episodes.ts';
import type { Care, EndingRequestShown } from '#contract/episodes-shown.ts';
import { dayWithYear, momentWords } from '#domain/calendar/words.ts';
import { announce } from '#ui/announcements.ts';
import { Button } from '#ui/Button.tsx';
import { Fault } from '#ui/Fault.tsx';
import styles from './Care.module.css';
import { endWords } from './ending-words.ts';

type EndingRequestProps = { care: Care; request: EndingRequestShown };

const { waiting: words } = endWords;

/** An ending that waits for its second signature: everything that is signed, and the two ways to answer it. */
export function EndingRequest({ care, request }: EndingRequestProps) {
  const { clientId } = care.client;
  const [key] = useState(newKey);
  const ids = { clientId, requestId: request.id };
  const sign = useMutation({
    networkMode: 'always',
    mutationFn: () => call(episodes.signEnding, ids, { key }),
    onSuccess: () => announce(words.signed(care.client.name)),
  });
  const withdraw = useMutation({
    networkMode: 'always',
    mutationFn: () => call(episodes.withdrawEnding, ids, { key }),
    onSuccess: () => announce(words.takenBack),
  });
  const pending = sign.isPending || withdraw.isPending;
  const error = sign.error ?? withdraw.error;
  const toSign = request.part === 'signer';
  const facts: readonly (readonly [string, string | null])[] = [
    [endWords.reason, request.reason],
    [endWords.closedOn, dayWithYear(request.closedOn)],
    [endWords.linkedTo, request.linkedTo],
    [endWords.naloxone, request.naloxone === null ? null : endWords.naloxoneAnswers[request.naloxone]],
    [endWords.cause, request.safety === null ? null : endWords.causes[request.safety.cause]],
    [words.narrative, request.safety?.narrative ?? null],
    [endWords.note, request.note],
  ];
  return (
    <section className={styles['request']} aria-label={words.title}>
      <p>
        <strong>{toSign ? words.toSign(request.requestedBy) : words.waits(request.signer)}</strong>{' '}
        {words.since(momentWords(request.requestedAt, care.timeZone))} {words.nothingYet}
      </p>
      <dl className={styles['facts']}>
        {facts.map(([label, value]) =>
          value === null ? null : (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
      {error !== null && <Fault>{error.message}</Fault>}
      {request.part !== 'neither' && (
        <p className={styles['answers']}>
          {toSign && (
            <Button tone="primary" disabled={pending} onClick={() => sign.mutate()}>
              {sign.isPending ? words.signing : words.sign}
            </Button>
          )}
          <Button disabled={pending} onClick={() => withdraw.mutate()}>
            {toSign ? words.decline : words.withdraw}
          </Button>
        </p>
      )}
    </section>
  );
}
