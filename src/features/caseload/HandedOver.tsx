import type { CaseloadRow } from '#contract/caseload.ts';
import styles from './Today.module.css';
import { todayWords } from './today-words.ts';

/** Clients who were handed over to this person, until the note is read: whether or not anything else is needed. */
export function HandedOver({ rows, onRead }: { rows: readonly CaseloadRow[]; onRead: (row: CaseloadRow) => void }) {
  if (rows.length === 0) return null;
  return (
    <p className={styles['handed']}>
      {todayWords.handedOver}{' '}
      {rows.map((row) => (
        <button key={row.clientId} type="button" className={styles['link']} onClick={() => onRead(row)}>
          {row.name}
        </button>
      ))}
    </p>
  );
}
