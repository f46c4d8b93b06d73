import { useState, type RefObject, type SubmitEvent } from 'react';
import { announce } from '#ui/announcements.ts';
import { Button } from '#ui/Button.tsx';
import { ErrorSummary } from '#ui/ErrorSummary.tsx';
import { Field } from '#ui/Field.tsx';
import { TextInput } from '#ui/TextInput.tsx';
import type { LogDraft } from './log-draft.ts';
import { batchOf, cupsEntered, faultBeforeSigning, reviewOf, unsaidCups, type Reviewed } from './log-batch.ts';
import { rowState, type CupLog, type LogRow, type Panel } from './log-rows.ts';
import { observerWords } from './observer-words.ts';
import { problemsOf } from './refused-rows.ts';
import styles from './ReviewBar.module.css';
import { SigningReview } from './SigningReview.tsx';
import { signingWords } from './signing-words.ts';
import { talliesOf } from './tallies.ts';
import type { useSigning } from './useSigning.ts';

type ReviewBarProps = {
  countBox: RefObject<HTMLInputElement | null>;
  log: CupLog;
  rows: readonly LogRow[];
  draft: LogDraft;
  panel: Panel;
  lot: Panel['lots'][number] | null;
  signing: ReturnType<typeof useSigning>;
};

/** What is entered, counted two ways: by the page, and by the person who read the cups. Only where both agree is anything saved. */
export function ReviewBar({ countBox, log, rows, draft, panel, lot, signing }: ReviewBarProps) {
  const [counted, setCounted] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [reviewed, setReviewed] = useState<Reviewed | null>(null);
  const { refusal } = signing;

  const review = (event: SubmitEvent) => {
    event.preventDefault();
    // One signed log at a time: the next is signed once this one is stored.
    if (draft.batch !== null) return;
    const found = faultBeforeSigning(rows, draft, counted, lot?.lot ?? null);
    setFault(found);
    if (found !== null) {
      announce(found);
      countBox.current?.focus();
      return;
    }
    const page = { sessionId: log.session.id, on: log.session.on, zone: log.zone };
    setReviewed(reviewOf(rows, draft, batchOf(rows, draft, counted, panel, lot?.lot ?? null, page), log.observers));
  };
  const sign = ({ input, lines }: Reviewed) => {
    setReviewed(null);
    setCounted('');
    signing.sign(
      input,
      lines.map(({ id }) => id),
    );
  };

  const blank = rows.filter((row) => rowState(row, draft) === 'blank').length;
  const typing = rows.filter((row) => rowState(row, draft) === 'typing').length;
  const entries = Object.values(draft.entries);

  return (
    <>
      <form className={styles['bar']} aria-label={signingWords.review} onSubmit={review}>
        {refusal !== null && <ErrorSummary key={refusal.batch.key} title={signingWords.problems} errors={problemsOf(rows, refusal)} />}
        {signing.saved !== null && entries.length === 0 && typing === 0 && <p className={styles['saved']}>{signing.saved}</p>}
        <div className={styles['counts']}>
          <dl className={styles['tallies']}>
            {talliesOf(entries, typing, blank).map(({ name, count }) => (
              <div key={name} className={styles['tally']}>
                <dt>{name}</dt>
                <dd>{count}</dd>
              </div>
            ))}
          </dl>
          <p className={styles['note']} id="count-note">
            {signingWords.enteredSoFar(cupsEntered(rows, draft))}
          </p>
          {log.observers !== null && unsaidCups(rows, draft) > 0 && (
            <p className={styles['note']}>{observerWords.missing(unsaidCups(rows, draft))}</p>
          )}
        </div>
        <Field id="cups-counted" className={styles['count']} label={signingWords.ask} hint={signingWords.when} error={fault}>
          {(wiring) => (
            <TextInput
              {...wiring}
              ref={countBox}
              look="count"
              inputMode="numeric"
              autoComplete="off"
              maxLength={3}
              value={counted}
              onChange={(event) => {
                setCounted(event.target.value);
                setFault(null);
              }}
            />
          )}
        </Field>
        <Button type="submit" size="touch" keyHint="Ctrl Enter" disabled={draft.batch !== null}>
          {signing.isSending ? signingWords.signing : signingWords.sign}
        </Button>
      </form>
      {reviewed !== null && <SigningReview reviewed={reviewed} onSign={() => sign(reviewed)} onClose={() => setReviewed(null)} />}
    </>
  );
}
