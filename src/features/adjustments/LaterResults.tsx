import { useState } from 'react';
import type { AdjustmentShown } from '#contract/adjustments-shown.ts';
import { actedWords, attachedWords, correctionForClient, correctionWords } from '#domain/adjustments/later-results-words.ts';
import { whenWords } from '#domain/adjustments/steps-words.ts';
import { dueWords } from '#domain/calendar/words.ts';
import { Button } from '#ui/Button.tsx';
import { LaterDialog } from './LaterDialog.tsx';
import { laterWords } from './later-words.ts';
import styles from './LaterResults.module.css';

/** What came after somebody had acted: results that the signature didn't answer, and corrections of what was acted on. */
export function LaterResults({ page }: { page: AdjustmentShown }) {
  const [opened, setOpened] = useState<'attached' | 'correction' | null>(null);
  const later = page.joined.filter(({ afterSignature }) => afterSignature);
  const waiting = later.filter(({ answeredAt }) => answeredAt === null);
  const toShare = page.corrections.filter(({ sharedAt }) => sharedAt === null);
  if (later.length === 0 && page.corrections.length === 0) return null;
  const when = (at: typeof page.asOf) => whenWords(at, page.asOf, page.timeZone);
  return (
    <section className={styles['later']} aria-label={laterWords.title}>
      {page.corrections.map((correction) => (
        <div key={correction.id}>
          <p>
            {correctionWords(page.number, correction, page.timeZone)} {page.acted !== null && actedWords(page.acted)}
          </p>
          {correction.sharedAt === null ? (
            <p className={styles['words']}>{correctionForClient(correction)}</p>
          ) : (
            <p className={styles['note']}>
              {laterWords.shared(when(correction.sharedAt))} {correction.sharedNote}
            </p>
          )}
        </div>
      ))}
      {toShare.length > 0 && (
        <Button tone="primary" onClick={() => setOpened('correction')}>
          {laterWords.share}
        </Button>
      )}
      {later.map((result) => (
        <p key={`${result.on} ${result.analytes.join()}`}>
          {attachedWords(result)}, {laterWords.afterSignature}{' '}
          {result.answeredAt === null
            ? result.dueAt !== null && <strong>{laterWords.speakBy(dueWords(result.dueAt, page.asOf, page.timeZone))}</strong>
            : laterWords.answered(when(result.answeredAt))}
        </p>
      ))}
      {waiting.length > 0 && (
        <>
          <p className={styles['note']}>{laterWords.private}</p>
          <Button tone="primary" onClick={() => setOpened('attached')}>
            {laterWords.speak}
          </Button>
        </>
      )}
      {opened !== null && <LaterDialog page={page} about={opened} onClose={() => setOpened(null)} />}
    </section>
  );
}
