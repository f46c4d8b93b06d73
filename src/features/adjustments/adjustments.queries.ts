import { queryOptions } from '@tanstack/react-query';
import { api } from '#api/client.ts';

export const adjustments = {
  one: (clientId: string, adjustmentId: string) =>
    queryOptions({
      queryKey: ['adjustments', clientId, adjustmentId],
      queryFn: ({ signal }) => api.adjustments.one({ clientId, adjustmentId }, { signal }),
    }),
};
