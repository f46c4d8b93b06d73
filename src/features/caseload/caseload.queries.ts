import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { call } from '#api/client.ts';
import { caseload as caseloadContract } from '#contract/caseload.ts';

export type Whose = 'me' | 'team';

type Requested = { readonly whose: Whose | undefined; readonly text: string };

const optional = (whose: Whose | undefined, after: string | null) => ({
  ...(whose === undefined ? {} : { for: whose }),
  ...(after === null ? {} : { after }),
});

export const caseload = {
  today: ({ whose, text }: Requested) =>
    infiniteQueryOptions({
      queryKey: ['caseload', 'today', whose ?? 'own', text],
      queryFn: ({ signal, pageParam }) =>
        text === ''
          ? call(caseloadContract.today, optional(whose, pageParam), { signal })
          : call(caseloadContract.search, { ...optional(whose, pageParam), text }, { signal }),
      initialPageParam: null as string | null,
      getNextPageParam: ({ next }) => next,
      placeholderData: keepPreviousData,
      refetchInterval: 60_000,
    }),
  nothingNeeded: ({ whose, text }: Requested) =>
    infiniteQueryOptions({
      queryKey: ['caseload', 'nothing-needed', whose ?? 'own', text],
      queryFn: ({ signal, pageParam }) => call(caseloadContract.nothingNeeded, { ...optional(whose, pageParam), text }, { signal }),
      initialPageParam: null as string | null,
      getNextPageParam: ({ next }) => next,
      placeholderData: keepPreviousData,
    }),
};
