import { useInfiniteQuery } from '@tanstack/react-query';
import { Disclosure } from '#ui/Disclosure.tsx';
import { ShowMore } from '#ui/ShowMore.tsx';
import { classNames } from '#ui/class-names.ts';
import styles from './Check.module.css';
import { checkingWords as words } from './checking-words.ts';
import { imports } from './imports.queries.ts';

/** People in care whom a census doesn't name. They are asked about, and nothing is done with them. */
export function MissingClients({ importId }: { importId: string }) {
  const { data, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(imports.missing(importId));
  const total = data?.pages[0]?.total ?? 0;
  const people = data?.pages.flatMap((page) => page.clients) ?? [];
  if (total === 0) return null;
  return (
    <Disclosure title={words.missing(total)}>
      <p className={styles['note']}>{words.missingText}</p>
      <ul className={styles['rows']}>
        {people.map(({ clientId, name, chartNumber, therapist }) => (
          <li key={clientId} className={classNames(styles['plain'], styles['person'])}>
            <span className={styles['item']}>{chartNumber}</span>
            <span className={styles['about']}>
              <strong>{name}</strong> · {words.knows(therapist)}
            </span>
          </li>
        ))}
      </ul>
      {(hasNextPage || (data?.pages.length ?? 0) > 1) && (
        <ShowMore
          shown={people.length}
          total={total}
          isPending={isFetchingNextPage}
          onMore={hasNextPage ? () => void fetchNextPage() : null}
        />
      )}
    </Disclosure>
  );
}
