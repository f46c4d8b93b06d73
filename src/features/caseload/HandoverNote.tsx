import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { coverage } from '#contract/coverage.ts';
import { call, Refused } from '#api/client.ts';
import { newKey } from '#api/idempotency-key.ts';
import type { CaseloadRow } from '#contract/caseload.ts';
import { Button } from '#ui/Button.tsx';
import styles from './Today.module.css';
import { todayWords } from './today-words.ts';

type HandoverNoteProps = { clientId: string; handover: NonNullable<CaseloadRow['handover']>; onRead: () => void };

/** What was handed over with a client. It leaves Today once its receiver has read it, and stays in the record. */
export function HandoverNote({ clientId, handover, onRead }: HandoverNoteProps) {
  const [key] = useState(newKey);
  const read = useMutation({
    networkMode: 'always',
    mutationFn: () => call(coverage.acknowledge, { clientId, handoverId: handover.id }, { key }),
    onSuccess: () => {
      onRead();
    },
  });
  return (
    <section aria-label={handover.summary}>
      <p className={styles['quiet']}>{handover.summary}</p>
      <blockquote className={styles['note']}>{handover.note}</blockquote>
      {read.error instanceof Refused && <p role="alert">{read.error.message}</p>}
      <Button disabled={read.isPending} onClick={() => read.mutate()}>
        {todayWords.readNote}
      </Button>
    </section>
  );
}
