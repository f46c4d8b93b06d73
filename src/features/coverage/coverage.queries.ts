import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from '#api/client.ts';
import { coverage as coverageContract } from '#contract/coverage.ts';

export const coverage = {
  list: () => queryOptions({ queryKey: ['coverage', 'list'], queryFn: ({ signal }) => call(coverageContract.list, {}, { signal }) }),
  past: () =>
    infiniteQueryOptions({
      queryKey: ['coverage', 'past'],
      queryFn: ({ signal, pageParam }) => call(coverageContract.past, pageParam === null ? {} : { after: pageParam }, { signal }),
      initialPageParam: null as string | null,
      getNextPageParam: ({ next }) => next,
    }),
  /** The clients of a therapist's caseload, or of nobody's. */
  clients: (therapistId: string | null) =>
    infiniteQueryOptions({
      queryKey: ['coverage', 'clients', therapistId],
      queryFn: ({ signal, pageParam }) =>
        call(coverageContract.clients, { therapist: therapistId ?? 'none', ...(pageParam !== null && { after: pageParam }) }, { signal }),
      initialPageParam: null as string | null,
      getNextPageParam: ({ next }) => next,
    }),
};
