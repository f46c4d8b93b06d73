import type { PersonLine } from '#contract/caseload.ts';
import { PersonLink } from './PersonLink.tsx';
import styles from './Today.module.css';

/** People by name, each with a quiet line. */
export const PersonLines = ({ people }: { people: readonly PersonLine[] }) => (
  <ul className={styles['people']} role="list">
    {people.map((person) => (
      <li key={person.clientId}>
        <PersonLink person={person} /> <span className={styles['quiet']}>{person.line}</span>
      </li>
    ))}
  </ul>
);
