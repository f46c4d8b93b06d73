import type { CaseloadRow } from '#contract/caseload.ts';
import { PersonLink } from './PersonLink.tsx';
import styles from './Today.module.css';
import { todayWords } from './today-words.ts';

/** What is worth saying out loud: one line a person, at most six. */
export function GoodNews({ rows }: { rows: readonly CaseloadRow[] }) {
  if (rows.length === 0) return null;
  return (
    <section className={styles['news']} aria-labelledby="good-news">
      <h2 id="good-news" className={styles['newsTitle']}>
        {todayWords.goodNews}
        <span>{rows.length === 1 ? '1 person' : `${rows.length} people`}</span>
      </h2>
      <ul className={styles['newsList']} role="list">
        {rows.slice(0, 6).map((row) => (
          <li key={row.clientId}>
            <PersonLink row={row} /> {row.goodNews[0]?.summary}
          </li>
        ))}
      </ul>
    </section>
  );
}
