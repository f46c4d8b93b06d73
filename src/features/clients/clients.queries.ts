import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { ClientsAsked } from '#contract/client-list.ts';
import { clients as clientsApi } from '#api/clients.ts';

export const clients = {
  page: (clientId: string) =>
    queryOptions({ queryKey: ['clients', clientId], queryFn: ({ signal }) => clientsApi.page({ clientId }, { signal }) }),
  search: (asked: ClientsAsked) =>
    queryOptions({
      queryKey: ['clients', 'search', asked],
      // A letter typed later ends the question asked before it: nothing waits on a timer.
      queryFn: ({ signal }) => clientsApi.search(asked, { signal }),
      placeholderData: keepPreviousData,
    }),
  choices: () => queryOptions({ queryKey: ['clients', 'choices'], queryFn: ({ signal }) => clientsApi.choices({}, { signal }) }),
};
