import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useDeferredValue, useEffect, useRef, useState } from 'react';
import type { ClientListed } from '#contract/clients-list.ts';
import { may } from '#contract/capabilities.ts';
import { filtersFrom, type ClientFilters } from '#features/clients/client-filters.ts';
import { ClientFilterRow } from '#features/clients/ClientFilterRow.tsx';
import styles from '#features/clients/ClientList.module.css';
import { clients, listed } from '#features/clients/clients.queries.ts';
import { ClientTable } from '#features/clients/ClientTable.tsx';
import { listWords } from '#features/clients/list-words.ts';
import { NobodyListed } from '#features/clients/NobodyListed.tsx';
import { signIn } from '#features/identity/sign-in.queries.ts';
import { announce } from '#ui/announcements.ts';
import { Button } from '#ui/Button.tsx';
import { buttonLook } from '#ui/button-look.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Skeleton } from '#ui/Skeleton.tsx';
import { TextInput } from '#ui/TextInput.tsx';
import { Unavailable } from '#ui/Unavailable.tsx';
import type { ClientsSearch } from './searches.ts';

const route = getRouteApi('/clients');

const searchOf = (filters: ClientFilters): ClientsSearch =>
  Object.fromEntries(Object.entries(filters).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])));

/** More than this is not asked for at once. */
const atMost = 200;

/** The clients of the programs that a person works in. What is typed stays on the page; what narrows the list is in the address. */
export function ClientsPage() {
  const filters = filtersFrom(route.useSearch());
  const navigate = route.useNavigate();
  const { data: me } = useQuery(signIn.me());
  // A technician sees the roster, and neither opens clients nor writes charts.
  const opens = may(me, 'open-clients');
  const [text, setText] = useState('');
  const [most, setMost] = useState(listed);
  const filter = useRef<HTMLInputElement>(null);
  const searched = useDeferredValue(text.trim());
  const { data, error, refetch, isPlaceholderData } = useQuery(clients.search({ ...filters, text: searched, most }));
  const shown = data?.clients.length ?? 0;
  const total = isPlaceholderData ? null : (data?.total ?? null);
  const counted = useRef<HTMLSpanElement>(null);
  const narrow = (next: ClientFilters) => void navigate({ search: searchOf(next) });
  const open = ({ clientId, careStatus }: ClientListed) =>
    void navigate({ to: careStatus === 'not-started' ? '/clients/$clientId/record' : '/clients/$clientId', params: { clientId } });

  // Whoever types into the search, or shows more, hears what came of it.
  useEffect(() => {
    if (total !== null && searched !== '') announce(listWords.found(total));
  }, [searched, total]);
  useEffect(() => {
    if (total === null || most === listed) return;
    announce(listWords.shown(shown, total));
    if (document.activeElement === document.body) counted.current?.focus();
  }, [most, shown, total]);

  return (
    <>
      <title>Clients · Cairn</title>
      <PageHeader
        title={listWords.title}
        eyebrow={data === undefined ? ' ' : listWords.found(data.total)}
        actions={
          <div className={styles['tools']}>
            <TextInput
              ref={filter}
              className={styles['search']}
              type="search"
              autoComplete="off"
              aria-label={listWords.search}
              placeholder={listWords.searchShort}
              value={text}
              onChange={(event) => {
                setText(event.target.value);
                setMost(listed);
              }}
            />
            {opens && (
              <>
                <Link className={buttonLook('plain')} to="/clients/problems">
                  {listWords.problems}
                </Link>
                <Link className={buttonLook('primary')} to="/clients/new">
                  {listWords.add}
                </Link>
              </>
            )}
          </div>
        }
      />
      <ClientFilterRow filters={filters} roster={!opens} onFilters={narrow} />
      {data === undefined && error === null && <Skeleton what="clients" rows={8} />}
      {error !== null && <Unavailable onRetry={() => void refetch()}>{error.message}</Unavailable>}
      {data?.clients.length === 0 && <NobodyListed sought={searched !== ''} filters={filters} onFilters={narrow} />}
      {data !== undefined && shown > 0 && (
        <div className={isPlaceholderData ? styles['stale'] : undefined} aria-busy={isPlaceholderData || undefined}>
          {data.beingWorkedOut > 0 && <p role="status">{listWords.manyWorkedOut(data.beingWorkedOut)}</p>}
          <ClientTable rows={data.clients} now={data.asOf} roster={!opens} onOpen={open} onFilter={() => filter.current?.focus()} />
          <div className={styles['ends']}>
            <span ref={counted} tabIndex={-1}>
              {listWords.shown(shown, data.total)}
            </span>
            {shown < data.total && shown < atMost && (
              <Button onClick={() => setMost(Math.min(atMost, most + listed))}>
                {listWords.more(Math.min(listed, data.total - shown))}
              </Button>
            )}
            {shown < data.total && shown >= atMost && <span>{listWords.stops(atMost)}</span>}
          </div>
        </div>
      )}
    </>
  );
}
