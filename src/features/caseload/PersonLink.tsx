import { Link } from '@tanstack/react-router';
import type { CaseloadRow } from '#contract/caseload.ts';
import styles from './Today.module.css';

/** A client’s name, which opens their page. */
export const PersonLink = ({ row }: { row: CaseloadRow }) => (
  <Link to="/clients/$clientId" params={{ clientId: row.clientId }} className={styles['person']}>
    {row.name}
  </Link>
);
