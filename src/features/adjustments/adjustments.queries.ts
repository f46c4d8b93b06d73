import { queryOptions } from '@tanstack/react-query';
import { adjustments as adjustmentsApi } from '#api/adjustments.ts';

export const adjustments = {
  one: (clientId: string, adjustmentId: string) =>
    queryOptions({
      queryKey: ['adjustments', clientId, adjustmentId],
      queryFn: ({ signal }) => adjustmentsApi.one({ clientId, adjustmentId }, { signal }),
    }),
};
