import type { CaseloadRow } from '#contract/caseload.ts';
import { Disclosure } from '#ui/Disclosure.tsx';
import { PersonLink } from './PersonLink.tsx';
import styles from './Today.module.css';
import { todayWords } from './today-words.ts';

/** Everybody else, folded away. */
export function NothingNeeded({ rows, news }: { rows: readonly CaseloadRow[]; news: number }) {
  if (rows.length === 0) return null;
  return (
    <Disclosure title={`${todayWords.nothing} (${rows.length})`} beside={todayWords.includesNews(news)}>
      <ul className={styles['people']} role="list">
        {rows.map((row) => (
          <li key={row.clientId}>
            <PersonLink row={row} /> <span className={styles['quiet']}>{row.covering ?? row.lastWeek}</span>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
