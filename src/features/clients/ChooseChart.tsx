import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { dayWithYear } from '#domain/calendar-words.ts';
import { Button } from '#ui/Button.tsx';
import { Field } from '#ui/Field.tsx';
import { TextInput } from '#ui/TextInput.tsx';
import { clientRecords } from './client-records.queries.ts';
import { clients } from './clients.queries.ts';
import { mergeWords } from './merge-words.ts';
import { problemsWords } from './problem-words.ts';
import styles from './Problems.module.css';

/** Finds the other chart of the same person. What is typed stays here. */
export function ChooseChart({ clientId, onChoose }: { clientId: string; onChoose: (otherId: string) => void }) {
  const [text, setText] = useState('');
  const asked = useDeferredValue(text.trim());
  const { data: standing, error } = useQuery(clientRecords.one(clientId));
  const { data } = useQuery({ ...clients.search({ text: asked, standing: 'any', most: 20 }), enabled: asked.length > 1 });
  if (standing === undefined && error !== null) throw error;
  const others = asked.length > 1 ? (data?.clients ?? []).filter((one) => one.clientId !== clientId) : [];
  return (
    <div className={styles['choose']}>
      {standing !== undefined && (
        <p>
          {mergeWords.standing}{' '}
          <Link to="/clients/$clientId/record" params={{ clientId: standing.clientId }} className={styles['name']}>
            {standing.name}
          </Link>
          , {problemsWords.chart(standing.chartNumber, standing.bornOn === null ? null : dayWithYear(standing.bornOn))}.
        </p>
      )}
      <Field label={mergeWords.find} hint={mergeWords.choose}>
        {(wiring) => (
          <TextInput {...wiring} type="search" autoComplete="off" value={text} onChange={(event) => setText(event.target.value)} />
        )}
      </Field>
      {asked.length > 1 && data !== undefined && others.length === 0 && <p className={styles['quiet']}>{mergeWords.nobody}</p>}
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
    </div>
  );
}
