import { queryOptions } from '@tanstack/react-query';
import { call } from '#api/client.ts';
import { caseload as caseloadContract } from '#contract/caseload.ts';

export type Whose = 'me' | 'team';

export const caseload = {
  today: (whose: Whose | undefined) =>
    queryOptions({
      queryKey: ['caseload', 'today', whose ?? 'own'],
      queryFn: ({ signal }) => call(caseloadContract.today, whose === undefined ? {} : { for: whose }, { signal }),
      refetchInterval: 60_000,
    }),
};
