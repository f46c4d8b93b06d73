import { useEffect, useRef } from 'react';
import type { AdjustmentShown } from '#contract/adjustments-shown.ts';
import { Button } from '#ui/Button.tsx';
import { ErrorSummary } from '#ui/ErrorSummary.tsx';
import { Fault } from '#ui/Fault.tsx';
import { adjustmentsWords } from './adjustments-words.ts';
import { ChangedNotice } from './ChangedNotice.tsx';
import { doneWords } from './done-words.ts';
import { inSummary } from './adjustment-problems.ts';
import { fieldId } from './field-ids.ts';
import styles from './Notices.module.css';
import type { AdjustmentForm } from './useAdjustmentForm.ts';

type FormNoticesProps = { page: AdjustmentShown; form: AdjustmentForm; onOpen: (adjustmentId: string) => void };

const shownElsewhere = ['stale', 'wrong-state', 'key-reused', 'input-invalid'];

/** What came of the last step: stored, missing answers, changed by somebody else, or not sent. */
export function FormNotices({ page, form, onOpen }: FormNoticesProps) {
  const { done, refused, faults, tries } = form;
  const notices = useRef<HTMLDivElement>(null);
  const stored = done !== null && faults.length === 0 && refused === null;

  // The button that was pressed is far below, or gone with the form: focus goes to what came of it.
  useEffect(() => {
    if (stored || refused !== null) notices.current?.focus();
  }, [stored, done, refused]);

  return (
    <>
      {faults.length > 0 && (
        <ErrorSummary
          key={tries}
          title={adjustmentsWords.errors.title}
          errors={faults.map((fault) => ({ fieldId: fieldId(fault.field), message: inSummary(fault, page.menu) }))}
        />
      )}
      <div ref={notices} tabIndex={-1} className={styles['notices']}>
        <ChangedNotice page={page} form={form} />
        {refused !== null && !shownElsewhere.includes(refused.code) && (
          <Fault>{refused.code === 'offline' ? adjustmentsWords.errors.offline : refused.message}</Fault>
        )}
        {stored && (
          <div className={styles['done']} data-plan={done.step === 'sign' || undefined}>
            <p>{doneWords(done)}</p>
            {done.next !== null && <Next next={done.next} onOpen={onOpen} />}
          </div>
        )}
      </div>
    </>
  );
}

const Next = ({ next, onOpen }: { next: { readonly id: string; readonly number: number }; onOpen: (adjustmentId: string) => void }) => (
  <Button onClick={() => onOpen(next.id)}>{adjustmentsWords.outcome.next(next.number)}</Button>
);
