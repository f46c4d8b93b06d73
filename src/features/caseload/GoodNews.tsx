import type { PersonLine } from '#contract/caseload.ts';
import { PersonLink } from './PersonLink.tsx';
import styles from './Today.module.css';
import { todayWords } from './today-words.ts';

/** What is worth saying out loud: one line a person, the first few of however many there are. */
export function GoodNews({ people, total }: { people: readonly PersonLine[]; total: number }) {
  if (people.length === 0) return null;
  return (
    <section className={styles['news']} aria-labelledby="good-news">
      <h2 id="good-news" className={styles['newsTitle']}>
        {todayWords.goodNews}
        <span>{todayWords.people(total)}</span>
      </h2>
      <ul className={styles['newsList']} role="list">
        {people.map((person) => (
          <li key={person.clientId}>
            <PersonLink person={person} /> {person.line}
          </li>
        ))}
      </ul>
    </section>
  );
}
