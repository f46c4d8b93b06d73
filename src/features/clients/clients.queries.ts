import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '#api/client.ts';

export const clients = {
  page: (clientId: string) =>
    queryOptions({ queryKey: ['clients', clientId], queryFn: ({ signal }) => api.clients.page({ clientId }, { signal }) }),
  search: (text: string, closed: boolean) =>
    queryOptions({
      queryKey: ['clients', 'search', text, closed],
      queryFn: ({ signal }) => api.clients.search({ text, closed }, { signal }),
      placeholderData: keepPreviousData,
    }),
};
