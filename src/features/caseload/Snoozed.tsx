import type { CaseloadRow } from '#contract/caseload.ts';
import { dayWords } from '#domain/calendar/words.ts';
import { Disclosure } from '#ui/Disclosure.tsx';
import { PersonLink } from './PersonLink.tsx';
import styles from './Today.module.css';
import { todayWords } from './today-words.ts';

/** Whoever was put off, with the why and the day on which they come back. */
export function Snoozed({ rows }: { rows: readonly CaseloadRow[] }) {
  if (rows.length === 0) return null;
  const first = rows[0];
  const beside = first?.snoozedUntil == null ? '' : todayWords.back(first.name, first.snoozeReason ?? '', dayWords(first.snoozedUntil));
  return (
    <Disclosure title={`${todayWords.snoozed} (${rows.length})`} beside={beside}>
      <ul className={styles['people']} role="list">
        {rows.map((row) => (
          <li key={row.clientId}>
            <PersonLink row={row} />{' '}
            {row.snoozedUntil === null ? '' : todayWords.back('', row.snoozeReason ?? '', dayWords(row.snoozedUntil)).slice(2)}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
