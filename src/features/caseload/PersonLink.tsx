import { Link } from '@tanstack/react-router';
import type { PersonLine } from '#contract/caseload.ts';
import styles from './Today.module.css';

/** A client’s name, which opens their page. */
export const PersonLink = ({ person: { clientId, name } }: { person: PersonLine }) => (
  <Link to="/clients/$clientId" params={{ clientId }} className={styles['person']}>
    {name}
  </Link>
);
