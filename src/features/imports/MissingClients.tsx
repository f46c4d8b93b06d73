import { useQuery } from '@tanstack/react-query';
import { Disclosure } from '#ui/Disclosure.tsx';
import { classNames } from '#ui/class-names.ts';
import styles from './Check.module.css';
import { checkingWords as words } from './checking-words.ts';
import { imports } from './imports.queries.ts';

/** People in care whom a census doesn't name. They are asked about, and nothing is done with them. */
export function MissingClients({ importId }: { importId: string }) {
  const { data } = useQuery(imports.missing(importId));
  if (data === undefined || data.clients.length === 0) return null;
  return (
    <Disclosure title={words.missing(data.clients.length)}>
      <p className={styles['note']}>{words.missingText}</p>
      <ul className={styles['rows']}>
        {data.clients.map(({ clientId, name, chartNumber, therapist }) => (
          <li key={clientId} className={classNames(styles['plain'], styles['person'])}>
            <span className={styles['item']}>{chartNumber}</span>
            <span className={styles['about']}>
              <strong>{name}</strong> · {words.knows(therapist)}
            </span>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
