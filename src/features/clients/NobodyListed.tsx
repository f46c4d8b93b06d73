import { Button } from '#ui/Button.tsx';
import { Empty } from '#ui/Empty.tsx';
import type { ClientFilters } from './client-filters.ts';
import styles from './ClientList.module.css';
import { listWords } from './list-words.ts';

type NobodyListedProps = { sought: boolean; filters: ClientFilters; onFilters: (filters: ClientFilters) => void };

/** Why nobody is listed, and the way on: among everybody, or without the filters. */
export function NobodyListed({ sought, filters, onFilters }: NobodyListedProps) {
  const narrowed = Object.keys(filters).some((name) => name !== 'sort' && name !== 'careStatus');
  const inCare = filters.careStatus === undefined;
  const text = sought ? listWords.noneMatch : narrowed ? listWords.noneNarrowed : inCare ? listWords.noneInCare : listWords.noneListed;
  return (
    <Empty
      action={
        <div className={styles['ways']}>
          {narrowed && (
            <Button onClick={() => onFilters(filters.sort === undefined ? {} : { sort: filters.sort })}>{listWords.clear}</Button>
          )}
          {filters.careStatus !== 'any' && (
            <Button onClick={() => onFilters({ ...filters, careStatus: 'any' })}>{listWords.everybody}</Button>
          )}
        </div>
      }
    >
      {text}
      {sought && inCare && ` ${listWords.onlyInCare}`}
    </Empty>
  );
}
