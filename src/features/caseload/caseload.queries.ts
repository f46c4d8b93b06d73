import { queryOptions } from '@tanstack/react-query';
import { caseload as caseloadApi } from '#api/caseload.ts';

export type Whose = 'me' | 'team';

export const caseload = {
  today: (whose: Whose | undefined) =>
    queryOptions({
      queryKey: ['caseload', 'today', whose ?? 'own'],
      queryFn: ({ signal }) => caseloadApi.today(whose === undefined ? {} : { for: whose }, { signal }),
      refetchInterval: 60_000,
    }),
};
