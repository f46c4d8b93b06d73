import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { call } from '#api/client.ts';
import { attendance } from '#contract/attendance.ts';
import { dayWithYear } from '#domain/calendar/words.ts';
import { announce } from '#ui/announcements.ts';
import { Button } from '#ui/Button.tsx';
import { DialogLater } from '#ui/DialogLater.tsx';
import { Fault } from '#ui/Fault.tsx';
import { Field } from '#ui/Field.tsx';
import { ShowMore } from '#ui/ShowMore.tsx';
import { TextInput } from '#ui/TextInput.tsx';
import styles from './AddPerson.module.css';
import { attendance as queries } from './attendance.queries.ts';
import { addWords } from './booking-words.ts';

type AddPersonProps = { sessionId: string; isOpen: boolean; onClose: () => void };
type Wanted = { readonly clientId: string; readonly name: string; readonly makesUp: string | null };

/** Writes somebody who wasn't booked into the roster, found by name or chart number and told apart by birth date. */
export function AddPerson({ sessionId, isOpen, onClose }: AddPersonProps) {
  const [search, setSearch] = useState('');
  const [sought, setSought] = useState('');
  const found = useInfiniteQuery(queries.sought(sessionId, sought));
  const people = found.data?.pages.flatMap((page) => page.clients);
  const add = useMutation({
    networkMode: 'always',
    mutationFn: ({ clientId, makesUp }: Wanted) => call(attendance.addPerson, { sessionId, clientId, makesUp, telehealth: false }),
    onSuccess: (_, { name }) => {
      announce(addWords.added(name));
      close();
    },
  });

  const close = () => {
    onClose();
    setSearch('');
    setSought('');
    add.reset();
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (sought === search.trim()) void found.refetch();
    else setSought(search.trim());
  };
  const addButton = (wanted: Wanted, words: string) => (
    <Button key={words} disabled={add.isPending} aria-label={addWords.addFor(wanted.name, words)} onClick={() => add.mutate(wanted)}>
      {words}
    </Button>
  );

  return (
    <DialogLater open={isOpen} onClose={close} title={addWords.title} closeLabel={addWords.close}>
      <form className={styles['search']} onSubmit={submit}>
        <Field label={addWords.search} error={found.error?.message ?? null}>
          {(wiring) => (
            <TextInput {...wiring} autoComplete="off" maxLength={80} value={search} onChange={(event) => setSearch(event.target.value)} />
          )}
        </Field>
        <Button type="submit" size="field" disabled={search.trim() === '' || found.isFetching}>
          {addWords.find}
        </Button>
      </form>
      {people?.length === 0 && <p>{addWords.nobody}</p>}
      <ul role="list" className={styles['found']}>
        {people?.map(({ clientId, name, bornOn, chartNumber, booked, missed }) => (
          <li key={clientId} className={styles['person']}>
            <span>
              <strong>{name}</strong>
              {`  ${bornOn === null ? '' : dayWithYear(bornOn)}  ${chartNumber}`}
            </span>
            {booked ? (
              <span>{addWords.booked}</span>
            ) : (
              <span className={styles['ways']}>
                {missed.slice(0, 3).map((one) => addButton({ clientId, name, makesUp: one.sessionId }, addWords.addMakeUp(one.on)))}
                {addButton({ clientId, name, makesUp: null }, addWords.add)}
              </span>
            )}
          </li>
        ))}
      </ul>
      {found.hasNextPage && (
        <ShowMore shown={people?.length ?? 0} total={null} isPending={found.isFetchingNextPage} onMore={() => void found.fetchNextPage()} />
      )}
      {add.error !== null && <Fault>{add.error.message}</Fault>}
    </DialogLater>
  );
}
