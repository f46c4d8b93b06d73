import { useInfiniteQuery } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { dayWithYear } from '#domain/calendar/words.ts';
import { Button } from '#ui/Button.tsx';
import { CheckRow } from '#ui/CheckRow.tsx';
import { DialogLater } from '#ui/DialogLater.tsx';
import { Field } from '#ui/Field.tsx';
import { ShowMore } from '#ui/ShowMore.tsx';
import { TextInput } from '#ui/TextInput.tsx';
import { drugScreens } from './drug-screens.queries.ts';
import type { AddedRow } from './log-draft.ts';
import styles from './LogDialogs.module.css';
import type { LogRow } from './log-rows.ts';
import { walkInWords } from './walk-in-words.ts';

type WalkInProps = {
  sessionId: string;
  rows: readonly LogRow[];
  isOpen: boolean;
  onOpen: (open: boolean) => void;
  onAdd: (row: AddedRow) => void;
};

/** Writes somebody into the log who is not due here, found by name or chart number and told apart by birth date. */
export function WalkIn({ sessionId, rows, isOpen, onOpen, onAdd }: WalkInProps) {
  const [search, setSearch] = useState('');
  const [forCause, setForCause] = useState(false);
  const [sought, setSought] = useState('');
  const found = useInfiniteQuery(drugScreens.sought(sessionId, sought));
  const people = found.data?.pages.flatMap((page) => page.clients);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (sought === search.trim()) void found.refetch();
    else setSought(search.trim());
  };
  const close = () => {
    onOpen(false);
    setSearch('');
    setForCause(false);
    setSought('');
  };
  const existingRow = (clientId: string) => rows.find((row) => row.clientId === clientId && (row.recorded === null || row.added !== null));

  return (
    <>
      <Button tone="quiet" keyHint="+" aria-keyshortcuts="+" onClick={() => onOpen(true)}>
        {walkInWords.open}
      </Button>
      <DialogLater open={isOpen} onClose={close} title={walkInWords.title} closeLabel={walkInWords.close}>
        <form className={styles['search']} onSubmit={submit}>
          <Field label={walkInWords.search} error={found.error?.message ?? null}>
            {(wiring) => (
              <TextInput {...wiring} autoFocus autoComplete="off" value={search} onChange={(event) => setSearch(event.target.value)} />
            )}
          </Field>
          <Button type="submit" size="field" disabled={search.trim().length < 2 || found.isFetching}>
            {walkInWords.find}
          </Button>
        </form>
        <CheckRow checked={forCause} onChange={(event) => setForCause(event.target.checked)}>
          {walkInWords.forCause}
        </CheckRow>
        {people?.length === 0 && <p>{walkInWords.nobody}</p>}
        <ul role="list" className={styles['found']}>
          {people?.map((client) => (
            <li key={client.clientId} className={styles['person']}>
              <span>
                <strong>{client.name}</strong>
                {`  ${client.bornOn === null ? '' : dayWithYear(client.bornOn)}  ${client.chartNumber}`}
              </span>
              {existingRow(client.clientId) !== undefined ? (
                <span>{walkInWords.listed(existingRow(client.clientId)?.number ?? 0)}</span>
              ) : (
                <Button
                  onClick={() => {
                    onAdd({ ...client, forCause, secondSpecimen: rows.some((row) => row.clientId === client.clientId) });
                    close();
                  }}
                >
                  {rows.some((row) => row.clientId === client.clientId) ? walkInWords.addSecond : walkInWords.add}
                </Button>
              )}
            </li>
          ))}
        </ul>
        {found.hasNextPage && (
          <ShowMore
            shown={people?.length ?? 0}
            total={null}
            isPending={found.isFetchingNextPage}
            onMore={() => void found.fetchNextPage()}
          />
        )}
      </DialogLater>
    </>
  );
}
