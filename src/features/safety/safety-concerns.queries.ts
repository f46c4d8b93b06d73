import { queryOptions } from '@tanstack/react-query';
import { safetyConcerns as safetyConcernsApi } from '#api/safety-concerns.ts';

export const safetyConcerns = {
  ofClient: (clientId: string) =>
    queryOptions({
      queryKey: ['safety-concerns', clientId],
      queryFn: ({ signal }) => safetyConcernsApi.ofClient({ clientId }, { signal }),
    }),
};

/** What shows a concern, or the row that it puts on Today. */
export const showsConcerns = ['caseload', 'clients', 'safety-concerns'] as const;
