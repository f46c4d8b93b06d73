import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useDeferredValue, useEffect, useRef, useState } from 'react';
import type { ClientListed } from '#contract/clients-list.ts';
import { may } from '#contract/capabilities.ts';
import { countedBy, filtersFrom, type ClientFilters } from '#features/clients/client-filters.ts';
import { ClientFilterRow } from '#features/clients/ClientFilterRow.tsx';
import styles from '#features/clients/ClientList.module.css';
import { clients } from '#features/clients/clients.queries.ts';
import { ClientTable } from '#features/clients/ClientTable.tsx';
import { listWords } from '#features/clients/list-words.ts';
import { NobodyListed } from '#features/clients/NobodyListed.tsx';
import { signIn } from '#features/identity/sign-in.queries.ts';
import { announce } from '#ui/announcements.ts';
import { buttonLook } from '#ui/button-look.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import { ShowMore } from '#ui/ShowMore.tsx';
import { Skeleton } from '#ui/Skeleton.tsx';
import { TextInput } from '#ui/TextInput.tsx';
import { Unavailable } from '#ui/Unavailable.tsx';
import type { ClientsSearch } from './searches.ts';

const route = getRouteApi('/clients');

const searchOf = (filters: ClientFilters): ClientsSearch =>
  Object.fromEntries(Object.entries(filters).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])));

/** The clients of the programs that a person works in. What is typed stays on the page; what narrows the list is in the address. */
export function ClientsPage() {
  const filters = filtersFrom(route.useSearch());
  const navigate = route.useNavigate();
  const { data: me } = useQuery(signIn.me());
  // A technician sees the roster, and neither opens clients nor writes charts.
  const opens = may(me, 'open-clients');
  const [text, setText] = useState('');
  const filter = useRef<HTMLInputElement>(null);
  const searched = useDeferredValue(text.trim());
  const { data, error, refetch, isPlaceholderData, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(
    clients.search({ ...filters, text: searched }),
  );
  const counted = useQuery(clients.count(countedBy(filters, searched)));
  // Beside a list that didn't come, its count would be of nothing that is shown.
  const total = counted.isPlaceholderData || error !== null ? null : (counted.data?.total ?? null);
  const first = data?.pages[0];
  const rows = data?.pages.flatMap((page) => page.clients) ?? [];
  const narrow = (next: ClientFilters) => void navigate({ search: searchOf(next) });
  const open = ({ clientId, careStatus }: ClientListed) =>
    void navigate({ to: careStatus === 'not-started' ? '/clients/$clientId/record' : '/clients/$clientId', params: { clientId } });

  // Whoever types into the search hears what came of it.
  useEffect(() => {
    if (total !== null && searched !== '') announce(listWords.found(total));
  }, [searched, total]);

  return (
    <>
      <title>Clients · Cairn</title>
      <PageHeader
        title={listWords.title}
        eyebrow={total === null ? ' ' : listWords.found(total)}
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
              onChange={(event) => setText(event.target.value)}
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
      {first?.clients.length === 0 && <NobodyListed sought={searched !== ''} filters={filters} onFilters={narrow} />}
      {first !== undefined && rows.length > 0 && (
        <div className={isPlaceholderData ? styles['stale'] : undefined} aria-busy={isPlaceholderData || undefined}>
          {first.beingWorkedOut > 0 && <p role="status">{listWords.manyWorkedOut(first.beingWorkedOut)}</p>}
          <ClientTable rows={rows} now={first.asOf} roster={!opens} onOpen={open} onFilter={() => filter.current?.focus()} />
          <ShowMore
            shown={rows.length}
            total={total}
            isPending={isFetchingNextPage}
            onMore={hasNextPage ? () => void fetchNextPage() : null}
          />
        </div>
      )}
    </>
  );
}
