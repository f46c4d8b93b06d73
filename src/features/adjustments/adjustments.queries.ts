import { queryOptions } from '@tanstack/react-query';
import { call } from '#api/client.ts';
import { adjustments as adjustmentsContract } from '#contract/adjustments.ts';

export const adjustments = {
  one: (clientId: string, adjustmentId: string) =>
    queryOptions({
      queryKey: ['adjustments', clientId, adjustmentId],
      queryFn: ({ signal }) => call(adjustmentsContract.one, { clientId, adjustmentId }, { signal }),
    }),
};
