import { queryOptions } from '@tanstack/react-query';
import { api } from '#api/client.ts';

export type Whose = 'me' | 'team';

export const caseload = {
  today: (whose: Whose | undefined) =>
    queryOptions({
      queryKey: ['caseload', 'today', whose ?? 'own'],
      queryFn: ({ signal }) => api.caseload.today(whose === undefined ? {} : { for: whose }, { signal }),
      refetchInterval: 60_000,
    }),
};
