import { Link } from '@tanstack/react-router';
import type { PersonLine } from '#contract/caseload.ts';
import styles from './Today.module.css';
import { todayWords } from './today-words.ts';

/** Screens that a changed medication list would read differently. The record asks what to do with each. */
export function ToReadAgain({ people }: { people: readonly PersonLine[] }) {
  if (people.length === 0) return null;
  return (
    <p className={styles['handed']}>
      {todayWords.readAgain}{' '}
      {people.map((person) => (
        <Link
          key={person.clientId}
          to="/clients/$clientId/record"
          params={{ clientId: person.clientId }}
          hash="readings"
          className={styles['link']}
        >
          {person.name} ({person.line})
        </Link>
      ))}
    </p>
  );
}
