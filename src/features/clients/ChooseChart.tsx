import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { dayWithYear } from '#domain/calendar/words.ts';
import { Button } from '#ui/Button.tsx';
import { Field } from '#ui/Field.tsx';
import { ShowMore } from '#ui/ShowMore.tsx';
import { TextInput } from '#ui/TextInput.tsx';
import { clientRecords } from './client-records.queries.ts';
import { clients } from './clients.queries.ts';
import { mergeWords } from './merge-words.ts';
import { problemsWords } from './problem-words.ts';
import styles from './Problems.module.css';

/** Finds the other chart of the same person. What is typed stays here. */
export function ChooseChart({ clientId, onChoose }: { clientId: string; onChoose: (otherId: string) => void }) {
  const [text, setText] = useState('');
  const searched = useDeferredValue(text.trim());
  const { data: surviving, error } = useQuery(clientRecords.one(clientId));
  const { data, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    ...clients.search({ text: searched, careStatus: 'any', most: 20 }),
    enabled: searched.length > 1,
  });
  if (surviving === undefined && error !== null) throw error;
  const found = searched.length > 1 ? (data?.pages.flatMap((page) => page.clients) ?? []) : [];
  const others = found.filter((one) => one.clientId !== clientId);
  return (
    <div className={styles['choose']}>
      {surviving !== undefined && (
        <p>
          {mergeWords.into}{' '}
          <Link to="/clients/$clientId/record" params={{ clientId: surviving.clientId }} className={styles['name']}>
            {surviving.name}
          </Link>
          , {problemsWords.chart(surviving.chartNumber, surviving.bornOn === null ? null : dayWithYear(surviving.bornOn))}.
        </p>
      )}
      <Field label={mergeWords.find} hint={mergeWords.choose}>
        {(wiring) => (
          <TextInput {...wiring} type="search" autoComplete="off" value={text} onChange={(event) => setText(event.target.value)} />
        )}
      </Field>
      {searched.length > 1 && data !== undefined && others.length === 0 && <p className={styles['quiet']}>{mergeWords.nobody}</p>}
      <ul className={styles['rows']} role="list">
        {others.map((one) => (
          <li key={one.clientId}>
            <Button onClick={() => onChoose(one.clientId)}>{one.name}</Button>
            <span className={styles['quiet']}>
              {problemsWords.chart(one.chartNumber, one.bornOn === null ? null : dayWithYear(one.bornOn))}
            </span>
          </li>
        ))}
      </ul>
      {hasNextPage && others.length > 0 && (
        <ShowMore shown={others.length} total={null} isPending={isFetchingNextPage} onMore={() => void fetchNextPage()} />
      )}
    </div>
  );
}
