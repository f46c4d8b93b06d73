import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { clients as clientsApi } from '#api/clients.ts';

export const clients = {
  page: (clientId: string) =>
    queryOptions({ queryKey: ['clients', clientId], queryFn: ({ signal }) => clientsApi.page({ clientId }, { signal }) }),
  search: (text: string, closed: boolean) =>
    queryOptions({
      queryKey: ['clients', 'search', text, closed],
      queryFn: ({ signal }) => clientsApi.search({ text, closed }, { signal }),
      placeholderData: keepPreviousData,
    }),
};
