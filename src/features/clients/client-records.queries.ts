import { queryOptions } from '@tanstack/react-query';
import { call } from '#api/client.ts';
import { clients } from '#contract/clients.ts';

export const clientRecords = {
  one: (clientId: string) =>
    queryOptions({ queryKey: ['clients', 'record', clientId], queryFn: ({ signal }) => call(clients.record, { clientId }, { signal }) }),
};
