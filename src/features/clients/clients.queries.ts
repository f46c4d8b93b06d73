import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call } from '#api/client.ts';
import { clients as clientsContract } from '#contract/clients.ts';
import type { ClientsRequested } from '#contract/clients-list.ts';
import { filtersFrom } from './client-filters.ts';
import { identityFrom, type IdentityDraft } from './record-draft.ts';

/** How many of a list are asked for at first, and with each "more". */
export const listed = 50;

export const clients = {
  page: (clientId: string) =>
    queryOptions({ queryKey: ['clients', clientId], queryFn: ({ signal }) => call(clientsContract.page, { clientId }, { signal }) }),
  search: (requested: ClientsRequested) =>
    queryOptions({
      queryKey: ['clients', 'search', requested],
      // A letter typed later ends the question asked before it: nothing waits on a timer.
      queryFn: ({ signal }) => call(clientsContract.search, requested, { signal }),
      placeholderData: keepPreviousData,
    }),
  /** What the list shows before anything is typed. */
  list: (given: Readonly<Record<string, unknown>>) => clients.search({ ...filtersFrom(given), text: '', most: listed }),
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
  compared: (clientId: string, otherId: string) =>
    queryOptions({
      queryKey: ['clients', 'compared', clientId, otherId],
      queryFn: ({ signal }) => call(clientsContract.compare, { clientId, otherId }, { signal }),
      staleTime: 0,
    }),
};
