import { useState } from 'react';
import type { AdjustmentShown } from '#contract/adjustments-shown.ts';
import { whenWords } from '#domain/adjustments/steps-words.ts';
import { methodNames } from '#domain/adjustments/states-words.ts';
import { adjustmentsWords } from './adjustments-words.ts';
import styles from './Attempts.module.css';
import { ContactDialog } from './ContactDialog.tsx';

/** Tries at reaching the client since the result, and a way to log one. */
export function Attempts({ page }: { page: AdjustmentShown }) {
  const [open, setOpen] = useState(false);
  const tries = page.attempts.filter(({ reached }) => !reached);
  return (
    <div className={styles['attempts']}>
      <button type="button" className={styles['link']} onClick={() => setOpen(true)}>
        {adjustmentsWords.talk.notReached}
      </button>
      {tries.length > 0 && (
        <p>
          {adjustmentsWords.talk.tried(
            tries.map(({ method, at }) => `${methodNames[method]} ${whenWords(at, page.asOf, page.timeZone)}`).join('; '),
          )}
        </p>
      )}
      {page.reachingOut && <p>{adjustmentsWords.talk.reachingOut}</p>}
      {open && <ContactDialog clientId={page.client.id} name={page.client.name} onClose={() => setOpen(false)} />}
    </div>
  );
}
