import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call } from '#api/client.ts';
import { clients as clientsContract } from '#contract/clients.ts';
import type { DuplicatesShown } from '#contract/clients-data-problems.ts';
import type { ClientsFilter, ClientsPageRequested, ClientsRequested } from '#contract/clients-list.ts';
import type { ChartProblem } from '#domain/clients/data-problems.ts';
import { countedBy, filtersFrom } from './client-filters.ts';
import { identityFrom, type IdentityDraft } from './record-draft.ts';

type ListRequested = Omit<ClientsRequested, 'after'>;
type Position = NonNullable<ClientsPageRequested['after']>;

/** How many of the list are asked for at first, and with each "more". */
const listed = 50;

export const clients = {
  page: (clientId: string) =>
    queryOptions({ queryKey: ['clients', clientId], queryFn: ({ signal }) => call(clientsContract.page, { clientId }, { signal }) }),
  search: (requested: ListRequested) =>
    infiniteQueryOptions({
      queryKey: ['clients', 'search', requested],
      // A letter typed later ends the question asked before it: nothing waits on a timer.
      queryFn: ({ signal, pageParam }) =>
        call(clientsContract.search, { most: listed, ...requested, ...(pageParam !== null && { after: pageParam }) }, { signal }),
      initialPageParam: null as Position | null,
      getNextPageParam: ({ next }) => next,
      placeholderData: keepPreviousData,
    }),
  /** How many a list has in all; the rows don't wait for it. */
  count: (requested: ClientsFilter) =>
    queryOptions({
      queryKey: ['clients', 'count', requested],
      queryFn: ({ signal }) => call(clientsContract.count, requested, { signal }),
      placeholderData: keepPreviousData,
    }),
  /** What the list shows before anything is typed. */
  list: (given: Readonly<Record<string, unknown>>) => clients.search({ ...filtersFrom(given), text: '' }),
  listCount: (given: Readonly<Record<string, unknown>>) => clients.count(countedBy(filtersFrom(given), '')),
  choices: () => queryOptions({ queryKey: ['clients', 'choices'], queryFn: ({ signal }) => call(clientsContract.choices, {}, { signal }) }),
  /** Charts that may be the person's who is being written down; nobody is asked about before there is something to compare. */
  duplicates: (draft: IdentityDraft) => {
    const { firstName, lastName, preferredName, bornOn, chartNumber } = identityFrom(draft);
    const requested = { firstName, lastName, preferredName, bornOn, chartNumber };
    return queryOptions({
      queryKey: ['clients', 'duplicates', requested],
      queryFn: ({ signal }) => call(clientsContract.duplicates, requested, { signal }),
      placeholderData: keepPreviousData,
      enabled: (firstName.trim().length > 1 && lastName.trim().length > 1) || chartNumber.trim() !== '',
    });
  },
  problems: () =>
    queryOptions({ queryKey: ['clients', 'problems'], queryFn: ({ signal }) => call(clientsContract.problems, {}, { signal }) }),
  /** The pages of one kind of problem behind the first, which came with all the others. */
  moreProblems: (problem: ChartProblem, first: string | null) =>
    infiniteQueryOptions({
      queryKey: ['clients', 'problems', problem, first],
      queryFn: ({ signal, pageParam }) => call(clientsContract.moreProblems, { problem, after: pageParam }, { signal }),
      initialPageParam: first ?? '',
      getNextPageParam: ({ next }) => next,
      enabled: false,
    }),
  moreDuplicates: (first: DuplicatesShown['next']) =>
    infiniteQueryOptions({
      queryKey: ['clients', 'problems', 'duplicate', first],
      queryFn: ({ signal, pageParam }) => call(clientsContract.moreDuplicates, pageParam, { signal }),
      initialPageParam: first ?? { one: '', other: '' },
      getNextPageParam: ({ next }) => next,
      enabled: false,
    }),
  compared: (clientId: string, otherId: string) =>
    queryOptions({
      queryKey: ['clients', 'compared', clientId, otherId],
      queryFn: ({ signal }) => call(clientsContract.compare, { clientId, otherId }, { signal }),
      staleTime: 0,
    }),
};
