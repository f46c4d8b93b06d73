import { queryOptions } from '@tanstack/react-query';
import { clients as clientsApi } from '#api/clients.ts';

export const clientRecords = {
  one: (clientId: string) =>
    queryOptions({ queryKey: ['clients', 'record', clientId], queryFn: ({ signal }) => clientsApi.record({ clientId }, { signal }) }),
};
