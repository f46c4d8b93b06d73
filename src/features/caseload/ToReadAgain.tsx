import { Link } from '@tanstack/react-router';
import type { CaseloadRow } from '#contract/caseload.ts';
import styles from './Today.module.css';
import { todayWords } from './today-words.ts';

/** Screens that a changed medication list would read differently. The record asks what to do with each. */
export function ToReadAgain({ rows }: { rows: readonly CaseloadRow[] }) {
  if (rows.length === 0) return null;
  return (
    <p className={styles['handed']}>
      {todayWords.readAgain}{' '}
      {rows.map((row) => (
        <Link
          key={row.clientId}
          to="/clients/$clientId/record"
          params={{ clientId: row.clientId }}
          hash="readings"
          className={styles['link']}
        >
          {row.name} ({row.reinterpretations})
        </Link>
      ))}
    </p>
  );
}
