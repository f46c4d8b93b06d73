import { queryOptions } from '@tanstack/react-query';
import { call } from '#api/client.ts';
import { safetyConcerns as safetyConcernsContract } from '#contract/safety.ts';

export const safetyConcerns = {
  ofClient: (clientId: string) =>
    queryOptions({
      queryKey: ['safety-concerns', clientId],
      queryFn: ({ signal }) => call(safetyConcernsContract.ofClient, { clientId }, { signal }),
    }),
};
